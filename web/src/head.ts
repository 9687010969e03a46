// What the head of the search page says of the search shown: title, feed, description for the browser's own search.

import { language } from './language';
import { feedAddress, type SearchState } from './state';
import { t } from './texts';

function headLink(rel: string): HTMLLinkElement {
  const found = document.head.querySelector<HTMLLinkElement>(`link[rel="${rel}"]`);
  if (found) return found;
  const link = document.createElement('link');
  link.rel = rel;
  document.head.append(link);
  return link;
}

export function showInHead(state: SearchState): void {
  document.title = [state.text, t.search.title, 'kiertoon'].filter(Boolean).join(' – ');
  const feed = headLink('alternate');
  feed.type = 'application/atom+xml';
  feed.title = document.title;
  feed.href = feedAddress(state);
  headLink('search').href = `/opensearch.xml?lang=${language}`;
}
