'use strict';
// What the page can do beyond what it does without a script: search, keys, links into closed scenarios, copying.
const scenarios = [...document.querySelectorAll('.scenario')];
const search = document.getElementById('search');
const isShown = (element) => element.getClientRects().length > 0;

for (const element of document.querySelectorAll('.search, .keys, .copy')) element.hidden = false;

function tellWhatIsShown() {
  const shown = scenarios.filter(isShown).length;
  document.getElementById('shown').value = shown === scenarios.length ? '' : `${shown} of ${scenarios.length}`;
  document.querySelector('.none-shown').hidden = shown > 0 || scenarios.length === 0;
}

function applySearch() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const scenario of scenarios) {
    const text = scenario.querySelector('.name').textContent.toLowerCase();
    scenario.hidden = !words.every((word) => text.includes(word));
  }
  tellWhatIsShown();
}

function showAll() {
  document.getElementById('show-all').checked = true;
  search.value = '';
  applySearch();
}

/** Opens what the address points at, and all around it. */
function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let element = target; element; element = element.parentElement) {
    if (element.tagName === 'DETAILS') element.open = true;
  }
  if (!isShown(target)) showAll();
  target.scrollIntoView();
  target.querySelector(':scope > summary')?.focus({ preventScroll: true });
}

function move(by) {
  const shown = scenarios.filter(isShown);
  const current = shown.findIndex((scenario) => scenario.contains(document.activeElement));
  const next = current < 0 ? (by > 0 ? 0 : shown.length - 1) : current + by;
  shown[next]?.querySelector('summary').focus();
}

const keys = { j: () => move(1), k: () => move(-1), '/': () => search.focus(), Escape: showAll };
document.addEventListener('keydown', (event) => {
  const isTyping = event.target === search && event.key !== 'Escape';
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});

document.addEventListener('click', async (event) => {
  if (!event.target.matches('.copy')) return;
  await navigator.clipboard.writeText(event.target.previousElementSibling.textContent);
  event.target.textContent = 'copied';
});

for (const choice of document.querySelectorAll('input[name="show"]')) choice.addEventListener('change', tellWhatIsShown);
search.addEventListener('input', applySearch);
addEventListener('hashchange', openTarget);
openTarget();
