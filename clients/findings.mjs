// Writes docs/findings.md from JSON reports (`gcmock run --report json=FILE`), one a client: what the suite finds in each.
//
//     node clients/findings.mjs REPORT...
//
// `./dev findings` makes the reports and calls this. Counts of exchanges are left out: they differ from run to run where a
// client loops.
import { existsSync, readFileSync } from 'node:fs';

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const runs = process.argv.slice(2).map(read).map((report) => ({
  ...report,
  judged: report.scenarios.filter(({ status }) => status !== 'skipped'),
  skipped: report.scenarios.filter(({ status }) => status === 'skipped'),
}));

// npm's packages of the client, as its package.json pins them; else the program's own word.
function versionsOf(client) {
  const file = new URL(`${client}/package.json`, import.meta.url);
  if (!existsSync(file)) return '';
  return Object.entries(read(file).dependencies).map(([name, version]) => `${name} ${version}`).join(', ');
}

const linked = ({ id, file }) => `[${id}](../${file})`;
// The first few, and how many more there are.
function few(scenarios) {
  const more = scenarios.length - 3;
  return scenarios.slice(0, 3).map(linked).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

const groupOf = ({ id }) => id.split('/')[0];
const cell = (text) => String(text).replaceAll('|', '\\|');
const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

function violationsOf(scenario) {
  return scenario.invariants.filter(({ status }) => status === 'violated');
}

// What is wrong with one scenario, each thing in words that other scenarios may share.
function faultsOf(scenario) {
  const faults = violationsOf(scenario).map(({ id, title }) => `${id} is violated: ${title}`);
  for (const step of scenario.steps.filter(({ failed }) => failed)) {
    const told = step.got ? `the caller is told \`${step.got}\`` : step.detail.split(':')[0];
    faults.push(`${told}; right is ${step.expected.map((word) => `\`${word}\``).join(' or ')}`);
  }
  if (scenario.checks.some(({ passed }) => !passed)) faults.push('other exchanges or tokens at the end than expected');
  if (faults.length === 0) faults.push(scenario.note || scenario.status);
  return [...new Set(faults)];
}

function faultsOfRun(run) {
  const byFault = new Map();
  for (const scenario of run.judged.filter(({ status }) => status !== 'passed')) {
    for (const fault of faultsOf(scenario)) byFault.set(fault, [...(byFault.get(fault) ?? []), scenario]);
  }
  return [...byFault].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
}

function byGroup() {
  const groups = [...new Set(runs.flatMap((run) => run.scenarios.map(groupOf)))].sort();
  const rows = groups.map((group) => [
    group,
    ...runs.map((run) => {
      const all = run.judged.filter((scenario) => groupOf(scenario) === group);
      const failed = all.filter(({ status }) => status !== 'passed').length;
      return failed === 0 ? `${all.length} pass` : `**${failed} of ${all.length} fail**`;
    }),
  ]);
  return table(['scenarios', ...runs.map(({ client }) => client)], rows);
}

function byInvariant() {
  const titles = new Map(runs.flatMap((run) => run.judged.flatMap((each) => each.invariants.map(({ id, title }) => [id, title]))));
  const ids = [...titles.keys()].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const rows = ids.map((id) => [
    `${id} ${titles.get(id)}`,
    ...runs.map((run) => {
      const violating = run.judged.filter((each) => violationsOf(each).some((invariant) => invariant.id === id));
      const lookedAt = run.judged.some((each) => each.invariants.some((invariant) => invariant.id === id && invariant.looked_at > 0));
      return violating.length > 0 ? `**${violating.length}** ${linked(violating[0])}` : lookedAt ? 'held' : 'not seen';
    }),
  ]);
  return table(['invariant', ...runs.map(({ client }) => client)], rows);
}

function section(run) {
  const passed = run.judged.filter(({ status }) => status === 'passed').length;
  const versions = versionsOf(run.client);
  const head = `## ${run.client}\n\n${versions ? `${versions}. ` : ''}${passed} of ${run.judged.length} scenarios pass` +
    `${run.skipped.length > 0 ? `, ${run.skipped.length} cannot be asked of it` : ''}. ` +
    `Causes: [clients/${run.client}](../clients/${run.client}/README.md).`;
  const faults = faultsOfRun(run);
  if (faults.length === 0) return head;
  const rows = faults.map(([fault, scenarios]) => [
    fault, scenarios.length, few(scenarios), `\`gcmock run ${scenarios[0].file} --client clients/${run.client}\``,
  ]);
  return `${head}\n\n${table(['found', 'in', 'shown by', 'the first again'], rows)}`;
}

const scenarios = Math.max(...runs.map((run) => run.scenarios.length));
process.stdout.write(`# What the suite finds in real clients

Written by \`./dev findings\` on ${new Date().toISOString().slice(0, 10)}, not by hand: ${scenarios} scenarios, seed ${runs[0].seed}, Node ${process.version}. The causes, with file and line of
the library, stand in each client's README. The reference client passes everything.

## By scenario group

${byGroup()}

## By invariant

In how many scenarios it is violated, and the first of them; \`not seen\`: nothing that it could judge.

${byInvariant()}

${runs.map(section).join('\n\n')}
`);
