// What the pages share.

export const languageNames = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

export const $ = (id) => document.getElementById(id);

// An element with properties and children; strings become text nodes.
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

// The parameters with some of them changed; an empty value takes one out.
export function changed(params, changes) {
  const result = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    result.delete(name);
    if (value) result.set(name, value);
  }
  return result;
}

// The JSON answer of an address of the API; throws what the API says is wrong.
export async function ask(url, signal) {
  const response = await fetch(url, { signal });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail);
  return answer;
}

// A text in the place for messages, none when empty. With `retry` ({label, action}) it is an error.
export function showMessage(text, retry) {
  const place = $('message');
  place.hidden = !text;
  place.className = retry ? 'error' : '';
  place.replaceChildren(make('p', { textContent: text }));
  if (retry) place.append(make('button', { textContent: retry.label, onclick: retry.action }));
}
