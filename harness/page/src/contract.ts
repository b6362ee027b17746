// What the admin API says: the shapes of harness/src/serving/openapi.json that this page reads.

export interface Step {
  what: string;
  is_call: boolean;
  state: 'done' | 'next' | 'waiting';
  outcome: string | null;
  failed: boolean;
}

export interface Run {
  id: string;
  file: string;
  title: string;
  kind: 'world' | 'scenario';
  state: 'open' | 'finished';
  status: 'passed' | 'failed' | 'vacuous' | null;
  seed: number;
  dialect: string;
  login_url: string;
  api_url: string;
  exchanges: number;
  now: string;
  steps: Step[];
}

export interface NamedValue {
  name: string;
  value: string;
}

export interface Credential {
  kind: string;
  label: string;
  org: string | null;
  client: string | null;
}

export interface Delivery {
  state: string;
  bytes_sent: number;
  bytes_total: number;
  finished_ms: number;
}

export interface Rule {
  number: number;
  stage: string;
  what: string;
  place: string;
}

export interface Entry {
  seq: number;
  connection: number;
  at: string;
  subject: { org: string | null; client: string | null; user: string | null; token: string };
  request: {
    method: string;
    path: string;
    query: string;
    host: string;
    endpoint: string;
    grant: string | null;
    client_auth: string;
    headers: NamedValue[];
    fields: NamedValue[];
    body: string;
    contract_findings: string[];
    credentials: { credential: Credential; where: string; name: string }[];
  };
  answer: {
    status: number;
    refusal: string | null;
    error_code: string;
    headers: NamedValue[];
    body: string;
    issued: Credential[];
    author: string;
    scripted: boolean;
    changes: { what: string; place: string }[];
  };
  trail: { claim: string; passed: boolean; expected: string; found: string }[];
  rule: Rule | null;
  delivery: Delivery;
}

export interface Explanation {
  exchange: number;
  request: string;
  status: number;
  reason: string;
  trail: { passed: boolean; claim: string; compared: string }[];
  decided_at: string;
  remedy: string;
  genesys_shows: string;
  change: string;
}

export interface ExplainedExchange {
  exchange: Entry;
  explanation: Explanation | null;
}

export interface ChangeMade {
  after: number;
  what: string;
  place: string;
}

export interface ClockJump {
  now: string;
  by_ms: number;
}

export interface Clock {
  now: string;
  time: 'frozen' | 'follows_real_time';
}

export interface WorldClient {
  id: string;
  name: string;
  state: string;
  grant_types: string[];
  scopes: string[];
  roles: string[];
  redirect_uris: string[];
}

export interface WorldToken {
  label: string;
  kind: string;
  client: string | null;
  user: string | null;
  life: 'live' | 'spent' | 'revoked' | 'expired';
  issued_at: string | null;
  expires_at: string | null;
  family: number | null;
}

export interface WorldOrg {
  name: string;
  id: string;
  display_name: string;
  status: string;
  clients: WorldClient[];
  authorizations: { client: string; state: string; scopes: string[]; roles: string[] }[];
  users: { name: string; display_name: string; status: string; roles: string[] }[];
  limits: { limit: string; requests: number; window_s: number }[];
  tokens: WorldToken[];
}

export interface World {
  dialect: string;
  region: string;
  now: string;
  orgs: WorldOrg[];
}

export interface EventMember {
  name: string;
  required: boolean;
  one_of?: string[] | null;
  kind: 'org' | 'client' | 'user' | 'token' | 'word' | 'texts' | 'number' | 'duration' | 'text';
}

export interface EventKind {
  name: string;
  title: string;
  members: EventMember[];
}

export interface Place {
  file: string;
  line: number;
}

export interface Verdict {
  status: string | null;
  result: {
    note?: string;
    steps: { what: string; failed: boolean; expected: string[]; got: string | null; detail: string; place: Place }[];
    checks: {
      what: string;
      passed: boolean;
      found: string;
      exchanges: number[];
      place: Place;
      near_miss: { exchange: number; diff: { field: string; wanted: string; found: string }[] } | null;
    }[];
    invariants: {
      id: string;
      title: string;
      clause: string;
      severity: string;
      status: string;
      findings: { what: string; exchanges: number[] }[];
    }[];
  };
}

export interface Diagnostic {
  code: string;
  what: string;
  fix: string;
  place?: Place & { column: number };
}

export interface Problem {
  title: string;
  status: number;
  detail?: string;
  diagnostics?: Diagnostic[];
}
