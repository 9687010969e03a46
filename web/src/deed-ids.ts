// Deeds as somebody names them: by their ids, or by the addresses of their pages.

/** The ids in a text. Where it holds addresses of deeds' pages, what stands around them is no id but a title. */
export function readIds(text: string): string[] {
  const addressed = [...text.matchAll(/\/deeds\/([A-Za-z0-9._-]+)/g)].map(([, id]) => id ?? '');
  return addressed.length ? addressed : text.split(/[\s,;]+/).filter(Boolean);
}
