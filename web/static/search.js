// The search page: reads its state from the address bar, asks the API, shows the answer. Text from deeds goes in as text only.

import { $, changed, languageNames, make, showMessage } from '/assets/page.js';

const texts = {
  fi: {
    skip: 'Siirry tuloksiin', tagline: 'Löydä teko, joka jo toimii muualla', label: 'Hae kehittämistekoja', search: 'Hae', filters: 'Rajaa tuloksia',
    order: 'Järjestys', relevance: 'Osuvuus', newest: 'Uusin ensin', oldest: 'Vanhin ensin', title: 'Otsikko', pages: 'Sivut',
    theme: 'Teema', organisation_type: 'Organisaatio', year: 'Vuosi', clear: 'Poista rajaukset', previous: 'Edellinen', next: 'Seuraava',
    page: (page, last) => `Sivu ${page} / ${last}`, total: (n, text) => (text === '1' ? '1 teko' : `${text} tekoa`), loading: 'Haetaan…',
    none: 'Yhtään tekoa ei löytynyt. Kokeile toista sanaa tai väljempiä rajauksia.', failed: 'Haku ei onnistunut.', retry: 'Yritä uudelleen',
    winner: 'Voittaja', honourable_mention: 'Kunniamaininta', finalist: 'Finalisti', example: 'esimerkiksi sairauspoissaolot kotihoidossa', statistics: 'Teot lukuina', briefing: 'Tuomariston tausta-aineisto',
  },
  sv: {
    skip: 'Till resultaten', tagline: 'Hitta en lösning som redan fungerar någon annanstans', label: 'Sök utvecklingsinsatser', search: 'Sök', filters: 'Avgränsa',
    order: 'Ordning', relevance: 'Relevans', newest: 'Nyast först', oldest: 'Äldst först', title: 'Rubrik', pages: 'Sidor',
    theme: 'Tema', organisation_type: 'Organisation', year: 'År', clear: 'Ta bort avgränsningar', previous: 'Föregående', next: 'Nästa',
    page: (page, last) => `Sida ${page} / ${last}`, total: (n, text) => (n === 1 ? '1 insats' : `${text} insatser`), loading: 'Söker…',
    none: 'Inga insatser hittades. Pröva ett annat ord eller färre avgränsningar.', failed: 'Sökningen misslyckades.', retry: 'Försök igen',
    winner: 'Vinnare', honourable_mention: 'Hedersomnämnande', finalist: 'Finalist', example: 'till exempel välbefinnande i arbetet', statistics: 'Insatserna i siffror', briefing: 'Bakgrundsmaterial för juryn',
  },
  en: {
    skip: 'Skip to results', tagline: 'Find a solution that already works elsewhere', label: 'Search deeds', search: 'Search', filters: 'Filter',
    order: 'Order', relevance: 'Relevance', newest: 'Newest first', oldest: 'Oldest first', title: 'Title', pages: 'Pages',
    theme: 'Theme', organisation_type: 'Organisation', year: 'Year', clear: 'Clear filters', previous: 'Previous', next: 'Next',
    page: (page, last) => `Page ${page} / ${last}`, total: (n, text) => (n === 1 ? '1 deed' : `${text} deeds`), loading: 'Searching…',
    none: 'No deeds found. Try another word or fewer filters.', failed: 'The search failed.', retry: 'Try again',
    winner: 'Winner', honourable_mention: 'Honourable mention', finalist: 'Finalist', example: 'for example sick leave in home care', statistics: 'The deeds in numbers', briefing: 'Jury briefing',
  },
};
const facets = ['theme', 'organisation_type', 'year'];
const known = ['q', 'sort', 'page', ...facets];
const shownValues = 15;

let state = new URLSearchParams();
let t = texts.fi;
let request = new AbortController();

function address(changes) {
  return `/?${changed(state, changes)}`;
}

function go(url) {
  history.pushState(null, '', url);
  show();
}

function segments(pieces) {
  return pieces.map((piece) => (piece.match ? make('mark', { textContent: piece.text }) : piece.text));
}

function hitItem(hit, labels) {
  const heading = make('h3', { lang: hit.language });
  const web = /^https?:\/\//.test(hit.url ?? '');
  heading.append(...(web ? [make('a', { href: hit.url }, ...segments(hit.title))] : segments(hit.title)));
  const facts = [hit.organisations.map((one) => one.name).join(', '), hit.published?.slice(0, 4)].filter(Boolean).join(' · ');
  const item = make('li', {}, heading, make('p', { className: 'facts', textContent: facts }));
  item.append(make('p', { lang: hit.language }, ...segments(hit.snippet)));
  for (const award of hit.awards) item.append(make('span', { className: 'award', textContent: `${t[award.kind]} ${award.year}` }));
  for (const theme of hit.themes) item.append(make('span', { className: 'tag', textContent: labels.get(theme) ?? theme }));
  return item;
}

function facetSet(name, values) {
  const set = make('fieldset', {}, make('legend', { textContent: t[name] }));
  const ordered = name === 'year' ? [...values].sort((a, b) => b.value.localeCompare(a.value)) : values;
  const visible = ordered.filter((one, rank) => one.selected || rank < shownValues);
  for (const one of visible) {
    const box = make('input', { type: 'checkbox', checked: one.selected, name, value: one.value });
    box.addEventListener('change', () => toggle(name, one.value, box.checked));
    set.append(make('label', {}, box, make('span', { textContent: one.label }), make('span', { className: 'count', textContent: one.count })));
  }
  return set;
}

function toggle(name, value, on) {
  const params = new URLSearchParams(state);
  const others = params.getAll(name).filter((one) => one !== value);
  params.delete(name);
  params.delete('page');
  for (const one of on ? [...others, value] : others) params.append(name, one);
  go(`/?${params}`);
}

function showFacets(answer) {
  const focused = document.activeElement;
  const sets = facets.filter((name) => answer.facets[name]?.length).map((name) => facetSet(name, answer.facets[name]));
  if (facets.some((name) => state.has(name))) {
    const cleared = address({ page: '', ...Object.fromEntries(facets.map((name) => [name, ''])) });
    sets.unshift(link(cleared, t.clear));
  }
  $('facets').replaceChildren(...sets);
  if (focused?.type === 'checkbox') $('facets').querySelector(`input[name="${focused.name}"][value="${CSS.escape(focused.value)}"]`)?.focus();
}

// A link within the page: works in a new tab, and without a new page otherwise.
function link(url, text, after = () => {}) {
  const anchor = make('a', { href: url, textContent: text });
  anchor.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(url);
    after();
  });
  return anchor;
}

function showPages(answer) {
  const last = Math.ceil(Math.min(answer.total, 10000) / answer.per_page);
  const turn = (page, text) => link(address({ page: page > 1 ? String(page) : '' }), text, () => $('results').focus());
  const parts = [make('span', { textContent: t.page(answer.page, last) })];
  if (answer.page > 1) parts.unshift(turn(Math.min(answer.page - 1, last), t.previous));
  if (answer.page < last) parts.push(turn(answer.page + 1, t.next));
  $('pages').replaceChildren(...parts);
  $('pages').hidden = last < 2 && answer.page < 2;
}

function showAnswer(answer) {
  const labels = new Map((answer.facets.theme ?? []).map((one) => [one.value, one.label]));
  $('total').textContent = t.total(answer.total, answer.total.toLocaleString(document.documentElement.lang));
  $('hits').replaceChildren(...answer.hits.map((hit) => hitItem(hit, labels)));
  showFacets(answer);
  showPages(answer);
  showMessage(answer.total === 0 ? t.none : '');
}

function showFailure(detail) {
  $('total').textContent = t.failed;
  $('hits').replaceChildren();
  $('pages').hidden = true;
  showMessage(detail, { label: t.retry, action: show });
}

function apiAddress(lang) {
  const params = new URLSearchParams([...state].filter(([name, value]) => known.includes(name) && value));
  if (!params.get('q') && !params.has('sort')) params.set('sort', 'newest');
  params.set('facets', facets.join());
  params.set('lang', lang);
  return `/api/v1/deeds?${params}`;
}

function showTexts(lang) {
  t = texts[lang];
  document.documentElement.lang = lang;
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = t[element.dataset.text];
  $('pages').setAttribute('aria-label', t.pages);
  $('q').placeholder = t.example;
  $('q').value = state.get('q') ?? '';
  $('sort').value = state.get('sort') ?? (state.get('q') ? 'relevance' : 'newest');
  $('home').href = lang === 'fi' ? '/' : `/?lang=${lang}`;
  for (const name of ['statistics', 'briefing']) $(name).href = lang === 'fi' ? `/${name}` : `/${name}?lang=${lang}`;
  $('languages').replaceChildren(...Object.entries(languageNames).map(([code, name]) => {
    const anchor = link(address({ lang: code === 'fi' ? '' : code }), name);
    anchor.lang = code;
    if (code === lang) anchor.setAttribute('aria-current', 'true');
    return anchor;
  }));
  document.title = [state.get('q'), 'kiertoon'].filter(Boolean).join(' – ');
}

async function show() {
  state = new URLSearchParams(location.search);
  const lang = state.get('lang') in texts ? state.get('lang') : 'fi';
  showTexts(lang);
  request.abort();
  request = new AbortController();
  const { signal } = request;
  $('results').setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(apiAddress(lang), { signal });
    const answer = await response.json();
    if (response.ok) showAnswer(answer);
    else showFailure(answer.detail);
  } catch (error) {
    if (!signal.aborted) showFailure(String(error.message ?? error));
  }
  if (!signal.aborted) $('results').removeAttribute('aria-busy');
}

$('search').addEventListener('submit', (event) => {
  event.preventDefault();
  go(address({ q: $('q').value.trim(), page: '' }));
});
$('sort').addEventListener('change', () => go(address({ sort: $('sort').value, page: '' })));
addEventListener('popstate', show);
$('filters').open = matchMedia('(min-width: 48rem)').matches;
show();
