-- wrk: one refresh, again and again; counts the answers that are not 200.
wrk.method = "POST"
wrk.path = "/oauth/token"
wrk.body = "grant_type=refresh_token&refresh_token=bench-refresh-token"
wrk.headers["Authorization"] = "Basic YmVuY2gtY2xpZW50OmJlbmNoLXNlY3JldA=="
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"

function done(summary, latency)
  io.write(string.format("RESULT %d %d %d %d\n", summary.requests * 1000000 / summary.duration, latency:percentile(50),
    latency:percentile(99), summary.errors.status + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
