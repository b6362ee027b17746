import { lanes } from './lanes';
import { type Fate, fateSigns } from './rows';
import { filterFate, filterOrg, filterText, isFiltered, shownRows } from './selection';
import { counted } from './words';

const fates: Fate[] = ['granted', 'refused', 'scripted', 'cut', 'pending'];

export function clearFilters(): void {
  filterText.value = '';
  filterOrg.value = '';
  filterFate.value = '';
}

export function Filters() {
  const shown = shownRows.value.filter((row) => row.kind === 'exchange').length;
  return (
    <div class="filters" role="search">
      <input
        id="filter"
        type="search"
        aria-label="Filter exchanges"
        aria-keyshortcuts="/"
        placeholder="Filter: path, refusal, token, #4…"
        autocomplete="off"
        value={filterText.value}
        onInput={(event) => { filterText.value = event.currentTarget.value; }}
      />
      <select aria-label="Org" value={filterOrg.value} onChange={(event) => { filterOrg.value = event.currentTarget.value; }}>
        <option value="">All orgs</option>
        {lanes.value.map((name) => <option value={name}>{name}</option>)}
      </select>
      <select aria-label="What came of it" value={filterFate.value} onChange={(event) => { filterFate.value = event.currentTarget.value as Fate | ''; }}>
        <option value="">All answers</option>
        {fates.map((fate) => <option value={fate}>{fateSigns[fate]} {fate}</option>)}
      </select>
      <span class="dim count">{counted(shown, 'exchange')}</span>
      {isFiltered.value && <button type="button" class="small" onClick={clearFilters}>Show all</button>}
    </div>
  );
}
