// All of one exchange: why it was refused first, then what was asked and answered.
import { useEffect, useState } from 'preact/hooks';
import { get, problemFrom } from './api';
import type { Credential, Entry, ExplainedExchange, NamedValue, Problem } from './contract';
import { ProblemBox } from './problem_box';
import { rows } from './journal';
import { exchangeRow, fateOf, fateSigns } from './rows';
import { pathOfRun, runId } from './runs';
import { closeExchange, openedSeq } from './selection';
import { CheckedRules, WhyRefused } from './trail';
import { dateAndTime } from './words';

function useExchange(seq: number | null): { shown: ExplainedExchange | null; problem: Problem | null } {
  const [shown, setShown] = useState<ExplainedExchange | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const row = rows.value.find((each) => each.kind === 'exchange' && each.seq === seq);
  const delivery = row?.kind === 'exchange' ? row.delivery : '';
  useEffect(() => {
    if (seq === null) return undefined;
    let isWanted = true;
    get<ExplainedExchange>(pathOfRun(`/journal/${seq}`)).then(
      (answer) => {
        if (!isWanted) return;
        setShown(answer);
        setProblem(null);
      },
      (error) => isWanted && setProblem(problemFrom(error)),
    );
    return () => { isWanted = false; };
  }, [runId.value, seq, delivery]);
  return { shown: shown?.exchange.seq === seq ? shown : null, problem };
}

function Pairs({ title, pairs }: { title: string; pairs: NamedValue[] }) {
  if (pairs.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <dl class="pairs">
        {pairs.map(({ name, value }) => <div><dt>{name}</dt><dd>{value}</dd></div>)}
      </dl>
    </>
  );
}

const ofWhom = ({ org, client }: Credential) => [org && `org ${org}`, client && `client ${client}`].filter(Boolean).join(', ');

function Credentials({ title, credentials }: { title: string; credentials: Credential[] }) {
  if (credentials.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul class="plain">
        {credentials.map((each) => <li><code>{each.label}</code> {each.kind.replaceAll('_', ' ')} <span class="dim">{ofWhom(each)}</span></li>)}
      </ul>
    </>
  );
}

function Texts({ title, texts }: { title: string; texts: string[] }) {
  if (texts.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>{texts.map((text) => <li>{text}</li>)}</ul>
    </>
  );
}

function Facts({ entry }: { entry: Entry }) {
  const { subject, request, delivery } = entry;
  const facts: [string, string | null][] = [
    ['org', subject.org],
    ['client', subject.client],
    ['user', subject.user],
    ['token', subject.token],
    ['grant', request.grant],
    ['client authentication', request.client_auth],
    ['at', `${dateAndTime(entry.at)} UTC`],
    ['connection', `${entry.connection}`],
    ['delivery', `${delivery.state}, ${delivery.bytes_sent} of ${delivery.bytes_total} bytes`],
  ];
  return (
    <dl class="pairs facts-of">
      {facts.filter(([, value]) => value && value !== 'none').map(([name, value]) => <div><dt>{name}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}

function Body({ text }: { text: string }) {
  return text ? <><h4>Body</h4><pre tabIndex={0}>{text}</pre></> : null;
}

function Request({ entry }: { entry: Entry }) {
  const { request } = entry;
  return (
    <section aria-labelledby="request-title">
      <h3 id="request-title">Request</h3>
      <p class="wire">{request.method} {request.path}{request.query && `?${request.query}`}</p>
      <Pairs title="Headers" pairs={request.headers} />
      <Pairs title="Fields" pairs={request.fields} />
      <Body text={request.body} />
      <Credentials title="Credentials sent" credentials={request.credentials.map((each) => each.credential)} />
      <Texts title="Beside the vendor's API description" texts={request.contract_findings} />
    </section>
  );
}

function Answer({ entry }: { entry: Entry }) {
  const { answer, rule } = entry;
  return (
    <section aria-labelledby="answer-title">
      <h3 id="answer-title">Answer</h3>
      <p class="wire">{answer.status} {answer.error_code}</p>
      {rule && (
        <p class="rule"><b>Rule {rule.number}</b> of the script spoke {rule.stage.replaceAll('_', ' ')}: {rule.what} <span class="place">{rule.place}</span></p>
      )}
      <Credentials title="Issued" credentials={answer.issued} />
      <Texts title="Changed in the world" texts={answer.changes.map((change) => change.what)} />
      <Pairs title="Headers" pairs={answer.headers} />
      <Body text={answer.body} />
    </section>
  );
}

export function ExchangePanel() {
  const seq = openedSeq.value;
  const { shown, problem } = useExchange(seq);
  if (seq === null) return <p class="empty">Choose an exchange in the diagram: <kbd>j</kbd> <kbd>k</kbd> and <kbd>Enter</kbd>, or a click.</p>;
  if (problem) return <ProblemBox problem={problem} />;
  if (!shown) return <p class="empty">Exchange #{seq}…</p>;
  const { exchange, explanation } = shown;
  const row = exchangeRow(exchange);
  const fate = fateOf(row);
  return (
    <article class="opened" aria-labelledby="opened-title">
      <div class="opened-head">
        <h2 id="opened-title" tabIndex={-1}>#{seq} {exchange.request.method} {exchange.request.path}</h2>
        <button type="button" class="quiet" aria-label="Close exchange" onClick={closeExchange}>✕</button>
      </div>
      <p><span class={`badge ${fate}`}>{fateSigns[fate]} {exchange.answer.status} {fate}</span> {row.why && <code>{row.why}</code>}</p>
      {explanation ? <WhyRefused explanation={explanation} /> : <CheckedRules trail={exchange.trail} />}
      <Facts entry={exchange} />
      <Request entry={exchange} />
      <Answer entry={exchange} />
    </article>
  );
}
