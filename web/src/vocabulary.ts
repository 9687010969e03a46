// Names of themes and the like, asked for once a page.

import { api, type Answer } from './api';
import type { Vocabulary } from './api-types';
import { language } from './language';

let asked: Promise<Answer<Vocabulary>> | undefined;

/** The vocabulary; a failure is not remembered. */
export async function vocabulary(): Promise<Answer<Vocabulary>> {
  asked ??= api.vocabulary();
  const answer = await asked;
  if (!answer.ok) asked = undefined;
  return answer;
}

export type Names = ReadonlyMap<string, string>;

/** Names of themes by slug; none while the server does not tell. */
export async function themeNames(): Promise<Names> {
  const answer = await vocabulary();
  const themes = answer.ok ? answer.value.themes : [];
  return new Map(themes.map((one) => [one.slug, one.names[language]]));
}
