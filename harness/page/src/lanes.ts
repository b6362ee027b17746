// The lanes beside the client's, in an order that stays: the world's orgs as it names them, then what else was met.
import { computed } from '@preact/signals';
import { rows } from './journal';
import { noOrg } from './rows';
import { filterOrg } from './selection';
import { world } from './world';

/** Above this only orgs that were spoken to get a lane: the rest would push them out of sight. */
const fewOrgs = 6;

const metOrgs = computed(() => {
  const met = new Set<string>();
  for (const row of rows.value) if (row.kind === 'exchange') met.add(row.org);
  return met;
});

export const lanes = computed<string[]>(() => {
  const named = world.value?.orgs.map((org) => org.name) ?? [];
  const met = metOrgs.value;
  const ofWorld = named.length <= fewOrgs ? named : named.filter((name) => met.has(name));
  const others = [...met].filter((name) => !ofWorld.includes(name) && name !== noOrg);
  return [...ofWorld, ...others, ...(met.has(noOrg) ? [noOrg] : [])];
});

export const shownLanes = computed(() => (filterOrg.value ? [filterOrg.value] : lanes.value));
