// The page of statistics: reads its choice from the address bar, asks the API, shows each table with bars. The parameters in the address
// are the API's own, so that any question the API takes can be asked here too.

import { $, ask, changed, languageNames, make, showMessage } from '/assets/page.js';

const texts = {
  fi: {
    skip: 'Siirry lukuihin', heading: 'Teot lukuina', period: 'Ajanjakso', month: 'Kuukausi', type: 'Organisaatiot', csv: 'Lataa taulukkona (CSV)',
    all: 'Kaikki vuodet', programmes: 'Ohjelmat', years: 'Vuodet', other: 'Muu ajanjakso', wholeYear: 'Koko vuosi', anyType: 'Kaikki organisaatiot',
    total: (n, text) => (n === 1 ? '1 teko' : `${text} tekoa`), none: 'Ei tekoja tältä ajalta.', failed: 'Lukuja ei saatu.', retry: 'Yritä uudelleen',
    compared: (period) => `Rinnalla vertailujakso: ${period}.`, alone: 'Vertailujaksoa ei ole.',
    key: 'Luvut yhteensä', rule: 'Näin laskettu', sum: 'Yhteensä', again: 'Useammalla rivillä lasketut',
    leftOut: (n) => `Lisäksi ${n} organisaatiolla on yhtä monta tekoa kuin luettelon viimeisellä.`,
  },
  sv: {
    skip: 'Till siffrorna', heading: 'Insatserna i siffror', period: 'Period', month: 'Månad', type: 'Organisationer', csv: 'Ladda ner tabellen (CSV)',
    all: 'Alla år', programmes: 'Program', years: 'År', other: 'Annan period', wholeYear: 'Hela året', anyType: 'Alla organisationer',
    total: (n, text) => (n === 1 ? '1 insats' : `${text} insatser`), none: 'Inga insatser från den här tiden.', failed: 'Siffrorna kunde inte hämtas.',
    retry: 'Försök igen', compared: (period) => `Bredvid jämförelseperioden: ${period}.`, alone: 'Det finns ingen jämförelseperiod.',
    key: 'Siffror sammanlagt', rule: 'Så här räknat', sum: 'Sammanlagt', again: 'Räknade på flera rader',
    leftOut: (n) => `Lika många insatser som den sista i listan: ytterligare ${n}.`,
  },
  en: {
    skip: 'Skip to the figures', heading: 'The deeds in numbers', period: 'Period', month: 'Month', type: 'Organisations', csv: 'Download the table (CSV)',
    all: 'All years', programmes: 'Programmes', years: 'Years', other: 'Another period', wholeYear: 'Whole year', anyType: 'All organisations',
    total: (n, text) => (n === 1 ? '1 deed' : `${text} deeds`), none: 'No deeds from this time.', failed: 'The figures could not be had.',
    retry: 'Try again', compared: (period) => `Beside them the period before: ${period}.`, alone: 'There is no period to compare with.',
    key: 'Totals', rule: 'How it is counted', sum: 'Total', again: 'Counted in several rows',
    leftOut: (n) => `As many deeds as the last one listed: ${n} more.`,
  },
};
const periodNames = ['year', 'programme', 'from', 'to'];
// What is worth a line only when there is any.
const rareTotals = ['undated', 'contradicting_types', 'awards_of_other_years', 'awards_outside', 'finalists', 'partners'];
const svgNamespace = 'http://www.w3.org/2000/svg';

let state = new URLSearchParams();
let t = texts.fi;
let lang = 'fi';
let request = new AbortController();

function address(changes) {
  const params = changed(state, changes);
  return [...params].length ? `/statistics?${params}` : '/statistics';
}

function go(changes) {
  history.pushState(null, '', address(changes));
  show();
}

function apiAddress(params, more = {}) {
  const asked = new URLSearchParams([...params].filter(([, value]) => value));
  asked.set('lang', lang);
  for (const [name, value] of Object.entries(more)) asked.set(name, value);
  return `/api/v1/statistics?${asked}`;
}

const capital = (text) => text.slice(0, 1).toLocaleUpperCase(lang) + text.slice(1);
const number = (n) => (n === null ? '–' : n.toLocaleString(lang));

// "2021-09" as "syyskuu 2021".
function monthName(value, style) {
  return new Date(`${value}-01T12:00:00Z`).toLocaleDateString(lang, { month: style, year: 'numeric', timeZone: 'UTC' });
}

function lastDay(year, month) {
  return `${year}-${month}-${String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()).padStart(2, '0')}`;
}

// The month, "2021-09", that the address asks for; nothing when it asks for something else.
function chosenMonth(params) {
  const from = params.get('from') ?? '';
  const [, year, month] = from.match(/^(\d{4})-(\d\d)-01$/) ?? [];
  return year && params.get('to') === lastDay(year, month) ? `${year}-${month}` : undefined;
}

// "syyskuu 2021", or "9/2021" over a column.
function periodLabel(period, style) {
  const month = period.kind === 'dates' && chosenMonth(new URLSearchParams({ from: period.from, to: period.to }));
  return month ? monthName(month, style) : period.label;
}

// Bars of now and before, to the scale of the table. The numbers stand beside them, so the drawing says nothing new to a screen reader.
function bars(row, largest) {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('class', row.before === null ? 'bars' : 'bars two');
  svg.setAttribute('aria-hidden', 'true');
  for (const [name, value, y] of [['now', row.count, 0], ['before', row.before, 8]]) {
    if (!value) continue;
    const bar = document.createElementNS(svgNamespace, 'rect');
    const attributes = { class: name, y, width: `${Math.max((100 * value) / largest, 0.5)}%`, height: name === 'now' ? 7 : 4, rx: 2 };
    for (const [key, content] of Object.entries(attributes)) bar.setAttribute(key, content);
    svg.append(bar);
  }
  return svg;
}

function cells(figure) {
  const list = [make('td', { textContent: number(figure.count) })];
  if (t.before) list.push(make('td', { className: 'before', textContent: number(figure.before) }));
  return list;
}

function heading() {
  const columns = [t.current, ...(t.before ? [t.before] : [])];
  return make('thead', {}, make('tr', {}, make('td'), ...columns.map((text) => make('th', { scope: 'col', textContent: text.replace('–', '–\u200b') }))));
}

// What closes a table, so that its lines add up: rows + without - counted again = total.
function foot(table) {
  const line = (label, figure, sign) => {
    const signed = { count: sign * figure.count, before: figure.before === null ? null : sign * figure.before };
    return make('tr', {}, make('th', { scope: 'row', textContent: label }), ...cells(signed));
  };
  const lines = [];
  const any = (figure) => figure.count || figure.before;
  if (any(table.without)) lines.push(line(table.without.label, table.without, 1));
  if (any(table.counted_again)) lines.push(line(t.again, table.counted_again, -1));
  const sum = line(t.sum, table.total, 1);
  sum.className = 'sum';
  return make('tfoot', {}, ...lines, sum);
}

function card(name, source, rows, closing, note) {
  const largest = Math.max(...rows.map((row) => Math.max(row.count, row.before ?? 0)), 1);
  const lines = rows.map((row) => {
    const label = name === 'deeds_by_month' ? monthName(row.value, 'long') : row.label;
    const rank = row.rank ? `${row.rank}. ` : '';
    return make('tr', {}, make('th', { scope: 'row' }, make('span', { textContent: rank + capital(label) }), bars(row, largest)), ...cells(row));
  });
  const table = make('table', {}, make('caption', { textContent: source.title }), heading(), make('tbody', {}, ...lines), ...closing);
  return make('section', { className: 'card', id: name }, table, make('p', { className: 'rule', textContent: [source.rule, note].filter(Boolean).join(' ') }));
}

function totalsCard(totals) {
  const shown = Object.entries(totals)
    .filter(([name, total]) => total && (!rareTotals.includes(name) || total.count || total.before))
    .map(([, total]) => total);
  const lines = shown.map((total) => make('tr', {}, make('th', { scope: 'row', textContent: total.title }), ...cells(total)));
  const table = make('table', {}, make('caption', { textContent: t.key }), heading(), make('tbody', {}, ...lines));
  const rules = shown.map((total) => make('div', {}, make('dt', { textContent: total.title }), make('dd', { textContent: total.rule })));
  return make('section', { className: 'card', id: 'all-totals' }, table, make('h3', { textContent: t.rule }), make('dl', {}, ...rules));
}

// A table worth showing: not one without rows, and not the years of a single year or the programmes of a single programme.
function isTelling(name, table) {
  if (!table) return false;
  if (name === 'deeds_by_programme') return table.rows.filter((row) => row.count).length > 1;
  return table.rows.length > (name === 'deeds_by_year' || name === 'deeds_by_month' ? 1 : 0);
}

function showAnswer(answer) {
  t.current = periodLabel(answer.period, 'numeric');
  t.before = answer.before ? periodLabel(answer.before, 'numeric') : '';
  const deeds = answer.totals.deeds.count;
  $('total').textContent = `${capital(periodLabel(answer.period, 'long'))}: ${t.total(deeds, number(deeds))}`;
  $('compared').textContent = answer.before ? t.compared(periodLabel(answer.before, 'long')) : t.alone;
  showMessage(deeds === 0 ? t.none : '');
  if (deeds === 0 && !answer.totals.deeds.before) {
    $('totals').replaceChildren();
    $('tables').replaceChildren();
    return;
  }
  $('totals').replaceChildren(totalsCard(answer.totals));
  const cards = Object.entries(answer.tables).filter(([name, table]) => isTelling(name, table))
    .map(([name, table]) => card(name, table, table.rows, [foot(table)]));
  const active = answer.most_active;
  if (active.rows.length) cards.unshift(card('most_active', active, active.rows, [], active.left_out ? t.leftOut(active.left_out) : ''));
  $('tables').replaceChildren(...cards);
}

function showFailure(detail) {
  $('total').textContent = t.failed;
  $('compared').textContent = '';
  $('totals').replaceChildren();
  $('tables').replaceChildren();
  showMessage(detail, { label: t.retry, action: show });
}

function options(list, chosen) {
  return list.map(([value, text]) => make('option', { value, textContent: text, selected: value === chosen }));
}

function group(label, list, chosen) {
  return make('optgroup', { label }, ...options(list, chosen));
}

// The choices the index has: `all` is the answer without any filter.
function showChoices(all) {
  const month = chosenMonth(state);
  const year = month?.slice(0, 4) ?? (/^\d{4}$/.test(state.get('year') ?? '') ? state.get('year') : '');
  const years = all.tables.deeds_by_year.rows.map((row) => [`year=${row.value}`, row.label]).reverse();
  const programmes = all.tables.deeds_by_programme.rows.map((row) => [`programme=${row.value}`, row.label]);
  const other = new URLSearchParams([...state].filter(([name]) => periodNames.includes(name)));
  const chosen = year ? `year=${year}` : other.toString();
  const lists = [...options([['', t.all]], chosen), group(t.programmes, programmes, chosen), group(t.years, years, chosen)];
  if (chosen && ![...programmes, ...years].some(([value]) => value === chosen)) {
    lists.push(group(t.other, [[chosen, [...other.values()].join(' – ')]], chosen));
  }
  $('period').replaceChildren(...lists);
  $('month-choice').hidden = !year;
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);
  $('month').replaceChildren(...(year ? options([['', t.wholeYear], ...months.map((one) => [one, monthName(one, 'long')])], month ?? '') : []));
  const types = all.tables.deeds_by_organisation_type.rows.map((row) => [row.value, row.label]);
  $('type').replaceChildren(...options([['', t.anyType], ...types], state.get('organisation_type') ?? ''));
}

const noPeriod = Object.fromEntries(periodNames.map((name) => [name, '']));

function showTexts() {
  document.documentElement.lang = lang;
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = t[element.dataset.text];
  $('home').href = lang === 'fi' ? '/' : `/?lang=${lang}`;
  $('csv').href = apiAddress(state, { format: 'csv' });
  document.title = `${t.heading} – kiertoon`;
  $('languages').replaceChildren(...Object.entries(languageNames).map(([code, name]) => {
    const anchor = make('a', { href: address({ lang: code === 'fi' ? '' : code }), textContent: name, lang: code });
    if (code === lang) anchor.setAttribute('aria-current', 'true');
    return anchor;
  }));
}

async function show() {
  state = new URLSearchParams(location.search);
  lang = state.get('lang') in texts ? state.get('lang') : 'fi';
  t = texts[lang];
  showTexts();
  request.abort();
  request = new AbortController();
  const { signal } = request;
  $('figures').setAttribute('aria-busy', 'true');
  try {
    const all = await ask(apiAddress([]), signal);
    showChoices(all);
    showAnswer(await ask(apiAddress(state), signal));
  } catch (error) {
    if (!signal.aborted) showFailure(String(error.message ?? error));
  }
  if (!signal.aborted) $('figures').removeAttribute('aria-busy');
}

$('choices').addEventListener('submit', (event) => event.preventDefault());
$('period').addEventListener('change', () => go({ ...noPeriod, ...Object.fromEntries(new URLSearchParams($('period').value)) }));
$('month').addEventListener('change', () => {
  const month = $('month').value;
  const year = $('period').value.slice('year='.length);
  go({ ...noPeriod, ...(month ? { from: `${month}-01`, to: lastDay(...month.split('-')) } : { year }) });
});
$('type').addEventListener('change', () => go({ organisation_type: $('type').value }));
addEventListener('popstate', show);
show();
