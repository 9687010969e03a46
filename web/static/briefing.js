// The page of jury briefings: choose the candidates, see what the briefing holds, open it for print or download it. The parameters in the
// address are the API's own, so that any choice the API takes can be linked to.

import { $, ask, changed, languageNames, make, showMessage } from '/assets/page.js';

const texts = {
  fi: {
    skip: 'Siirry aineistoon', heading: 'Tuomariston tausta-aineisto', year: 'Vuosi', theme: 'Teema', type: 'Organisaatiot', ids: 'Tai tekojen tunnukset',
    lead: 'Valitse ehdokkaat. Aineisto kertoo jokaisesta, mitä samankaltaista on tehty muualla, onko idea jo palkittu, onko teko lähetetty aiemmin ja mikä siinä on uutta.',
    make: 'Koosta aineisto', html: 'Avaa tulostettava aineisto', csv: 'Lataa taulukkona (CSV)', md: 'Lataa Markdownina', json: 'JSON',
    anyYear: 'Kaikki vuodet', anyTheme: 'Kaikki teemat', anyType: 'Kaikki organisaatiot', statistics: 'Teot lukuina',
    start: 'Valitse vuosi, teema tai tunnukset.', working: 'Aineistoa kootaan…', failed: 'Aineistoa ei saatu.', retry: 'Yritä uudelleen',
    none: 'Rajaukseen ei osu yhtään tekoa.', total: (n) => (n === 1 ? '1 ehdokas' : `${n} ehdokasta`), tooLong: 'Tunnuksia on liikaa tällä sivulla koottavaksi. Käytä rajapintaa (POST /api/v1/briefings).',
    count: (n) => (n === 1 ? '1 teko' : `${n} tekoa`),
  },
  sv: {
    skip: 'Till materialet', heading: 'Bakgrundsmaterial för juryn', year: 'År', theme: 'Tema', type: 'Organisationer', ids: 'Eller insatsernas koder',
    lead: 'Välj kandidater. Materialet berättar för var och en vad liknande som gjorts på annat håll, om idén redan har belönats, om insatsen har skickats in förut och vad som är nytt i den.',
    make: 'Sammanställ', html: 'Öppna för utskrift', csv: 'Ladda ner som tabell (CSV)', md: 'Ladda ner som Markdown', json: 'JSON',
    anyYear: 'Alla år', anyTheme: 'Alla teman', anyType: 'Alla organisationer', statistics: 'Insatserna i siffror',
    start: 'Välj år, tema eller koder.', working: 'Materialet sammanställs…', failed: 'Materialet kunde inte hämtas.', retry: 'Försök igen',
    none: 'Inga insatser i urvalet.', total: (n) => (n === 1 ? '1 kandidat' : `${n} kandidater`), tooLong: 'För många koder för den här sidan. Använd gränssnittet (POST /api/v1/briefings).',
    count: (n) => (n === 1 ? '1 insats' : `${n} insatser`),
  },
  en: {
    skip: 'Skip to the briefing', heading: 'Jury briefing', year: 'Year', theme: 'Theme', type: 'Organisations', ids: 'Or the ids of deeds',
    lead: 'Choose the candidates. For each one the briefing tells what has been done elsewhere, whether the idea has won before, whether the deed was sent in earlier, and what is new.',
    make: 'Make the briefing', html: 'Open for print', csv: 'Download as a table (CSV)', md: 'Download as Markdown', json: 'JSON',
    anyYear: 'All years', anyTheme: 'All themes', anyType: 'All organisations', statistics: 'The deeds in numbers',
    start: 'Choose a year, a theme or ids.', working: 'Making the briefing…', failed: 'The briefing could not be had.', retry: 'Try again',
    none: 'No deeds were chosen.', total: (n) => (n === 1 ? '1 candidate' : `${n} candidates`), tooLong: 'Too many ids for this page. Use the API (POST /api/v1/briefings).',
    count: (n) => (n === 1 ? '1 deed' : `${n} deeds`),
  },
};
// The server takes a request line of 8,000 bytes.
const longestAddress = 7800;

let state = new URLSearchParams();
let t = texts.fi;
let lang = 'fi';
let request = new AbortController();

function address(params) {
  return [...params].length ? `/briefing?${params}` : '/briefing';
}

function go(params) {
  history.pushState(null, '', address(params));
  show();
}

function apiAddress(format) {
  const asked = new URLSearchParams([...state].filter(([name, value]) => value && name !== 'lang'));
  asked.set('lang', lang);
  asked.set('format', format);
  return `/api/v1/briefings?${asked}`;
}

const isChosen = () => [...state].some(([name, value]) => value && name !== 'lang' && name !== 'neighbours');

function options(list, chosen) {
  return list.map(([value, text]) => make('option', { value, textContent: text, selected: value === chosen }));
}

function showTexts() {
  document.documentElement.lang = lang;
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = t[element.dataset.text];
  for (const [id, path] of [['home', '/'], ['statistics', '/statistics']]) $(id).href = lang === 'fi' ? path : `${path}?lang=${lang}`;
  document.title = `${t.heading} – kiertoon`;
  $('languages').replaceChildren(...Object.entries(languageNames).map(([code, name]) => {
    const anchor = make('a', { href: address(changed(state, { lang: code === 'fi' ? '' : code })), textContent: name, lang: code });
    if (code === lang) anchor.setAttribute('aria-current', 'true');
    return anchor;
  }));
}

function showChoices(vocabulary) {
  const used = (list) => list.filter((one) => one.count);
  const years = used(vocabulary.years).map((one) => [String(one.year), String(one.year)]).sort().reverse();
  const named = (list) => used(list).map((one) => [one.slug, one.names[lang]]);
  $('year').replaceChildren(...options([['', t.anyYear], ...years], state.get('year') ?? ''));
  $('theme').replaceChildren(...options([['', t.anyTheme], ...named(vocabulary.themes)], state.get('theme') ?? ''));
  $('type').replaceChildren(...options([['', t.anyType], ...named(vocabulary.organisation_types)], state.get('organisation_type') ?? ''));
  $('ids').value = (state.get('ids') ?? '').replaceAll(',', '\n');
}

function showAnswer(answer) {
  const total = answer.candidates.length;
  $('total').textContent = t.total(total);
  showMessage(total ? '' : t.none);
  $('answer').hidden = !total;
  for (const format of ['html', 'csv', 'md', 'json']) $(format).href = apiAddress(format);
  $('warnings').replaceChildren(...answer.warnings.map((one) => make('li', { textContent: one.text })));
  $('groups').replaceChildren(...answer.groups.filter((one) => one.candidates.length).map((one) => {
    const deeds = one.candidates.map((number) => {
      const { deed, novelty } = answer.candidates[number - 1];
      return make('p', {}, make('strong', { textContent: `${number}. ${deed.title}` }), make('br'), make('span', { className: 'facts', textContent: novelty.text }));
    });
    return make('li', {}, make('h3', { textContent: one.label }), make('p', { className: 'facts', textContent: t.count(deeds.length) }), ...deeds);
  }));
}

function showFailure(detail) {
  $('total').textContent = t.failed;
  $('answer').hidden = true;
  showMessage(detail, { label: t.retry, action: show });
}

async function show() {
  state = new URLSearchParams(location.search);
  lang = state.get('lang') in texts ? state.get('lang') : 'fi';
  t = texts[lang];
  showTexts();
  request.abort();
  request = new AbortController();
  const { signal } = request;
  $('briefing').setAttribute('aria-busy', 'true');
  $('total').textContent = isChosen() ? t.working : '';
  try {
    showChoices(await ask('/api/v1/vocabulary', signal));
    if (isChosen()) {
      showAnswer(await ask(apiAddress('json'), signal));
    } else {
      $('answer').hidden = true;
      showMessage(t.start);
    }
  } catch (error) {
    if (!signal.aborted) showFailure(String(error.message ?? error));
  }
  if (!signal.aborted) $('briefing').removeAttribute('aria-busy');
}

$('choices').addEventListener('submit', (event) => {
  event.preventDefault();
  const ids = $('ids').value.split(/[\s,;]+/).filter(Boolean).join(',');
  const filters = ids ? {} : { year: $('year').value, theme: $('theme').value, organisation_type: $('type').value };
  const chosen = changed(new URLSearchParams(), { ...filters, ids, neighbours: state.get('neighbours') ?? '', lang: lang === 'fi' ? '' : lang });
  if (address(chosen).length > longestAddress) {
    showFailure(t.tooLong);
  } else {
    go(chosen);
  }
});
addEventListener('popstate', show);
show();
