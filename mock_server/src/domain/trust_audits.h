// What a change of a trust leaves in the audits of its org.
#pragma once

#include <optional>
#include <vector>

#include "gcmock/domain/time.h"
#include "gcmock/domain/world.h"

namespace gcmock {

/// When, and by whom where the API was asked.
struct AuditStamp {
  Instant at;
  std::optional<UserOfOrg> by;
};

/// One audit for each thing that differs; `before` is null where the trust is new.
std::vector<TrustAudit> audits_of(const Trust* before, const Trust& after, const AuditStamp& stamp);

TrustAudit audit_of_removal(const Trust& trust, const AuditStamp& stamp);

}  // namespace gcmock
