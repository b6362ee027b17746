// The sequence diagram: a list of exchanges, of which one is pointed at, drawn as arrows between lanes.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { DiagramRow, rowId } from './diagram_row';
import { indexAt, layLanes, topsOf } from './diagram_layout';
import { EmptyDiagram } from './empty_diagram';
import { shownLanes } from './lanes';
import { activeSeq, openExchange, shownRows } from './selection';

const beyondSight = 600;
const atEndWithin = 12;

/** How much of the scroller is in sight, and where; drawn anew when it changes. */
function useSight() {
  const scroller = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ top: 0, height: 600, width: 800 });
  const look = () => {
    const element = scroller.current;
    if (element) setSight({ top: element.scrollTop, height: element.clientHeight, width: element.clientWidth });
  };
  useLayoutEffect(() => {
    const observer = new ResizeObserver(look);
    if (scroller.current) observer.observe(scroller.current);
    look();
    return () => observer.disconnect();
  }, []);
  return { scroller, sight, look };
}

export function Diagram() {
  const { scroller, sight, look } = useSight();
  const [isAtEnd, setIsAtEnd] = useState(true);
  const rows = shownRows.value;
  const active = activeSeq.value;
  const tops = topsOf(rows);
  const height = tops.at(-1) ?? 0;
  const lanes = layLanes(shownLanes.value, sight.width);

  const toEnd = () => {
    if (scroller.current) scroller.current.scrollTop = scroller.current.scrollHeight;
  };
  // Who reads at the end goes on with it; who scrolled back is left where they are.
  useLayoutEffect(() => {
    if (isAtEnd) toEnd();
  }, [height]);
  useLayoutEffect(() => {
    const index = rows.findIndex((row) => row.kind === 'exchange' && row.seq === active);
    const element = scroller.current;
    if (index < 0 || !element) return;
    const heads = element.querySelector('.lane-heads')?.clientHeight ?? 0;
    const [top, bottom] = [tops[index] ?? 0, tops[index + 1] ?? 0];
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom + heads > element.scrollTop + element.clientHeight) element.scrollTop = bottom + heads - element.clientHeight;
  }, [active]);

  const onScroll = () => {
    const element = scroller.current;
    if (element) setIsAtEnd(element.scrollTop + element.clientHeight >= element.scrollHeight - atEndWithin);
    look();
  };

  const first = indexAt(tops, sight.top - beyondSight);
  const last = indexAt(tops, sight.top + sight.height + beyondSight);
  const isDrawn = (seq: number | null) => rows.slice(first, last + 1).some((row) => row.kind === 'exchange' && row.seq === seq);
  const list = rows.length === 0 ? {} : { role: 'listbox' as const, 'aria-label': 'Exchanges', 'aria-activedescendant': isDrawn(active) ? rowId(active) : undefined };

  return (
    <div class="diagram">
      <div id="exchanges" class="scroller" ref={scroller} tabIndex={0} onScroll={onScroll} aria-label="Exchanges" {...{ role: 'region', ...list }}>
        <div class="lane-heads" aria-hidden="true" style={{ width: `${lanes.width}px` }}>
          <span class="gutter-head">UTC</span>
          <span class="lane-head" style={{ left: `${lanes.client}px` }}>client</span>
          {shownLanes.value.map((org) => <span key={org} class="lane-head" style={{ left: `${lanes.of(org)}px` }}>{org}</span>)}
        </div>
        {rows.length === 0 && <EmptyDiagram />}
        <div class="rows" role="presentation" style={{ height: `${height}px`, width: `${lanes.width}px` }}>
          {[lanes.client, ...shownLanes.value.map(lanes.of)].map((x) => (
            <i key={x} class="lane" aria-hidden="true" style={{ left: `${x}px` }} />
          ))}
          {rows.slice(first, last + 1).map((row, at) => (
            <DiagramRow
              key={row.key}
              row={row}
              top={tops[first + at] ?? 0}
              position={first + at + 1}
              size={rows.length}
              lanes={lanes}
              isActive={row.kind === 'exchange' && row.seq === active}
              open={openExchange}
            />
          ))}
        </div>
      </div>
      {!isAtEnd && <button type="button" class="to-end" onClick={toEnd}>↓ Newest</button>}
    </div>
  );
}
