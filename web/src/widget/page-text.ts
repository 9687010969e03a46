// What a page says, for "deeds similar to this page": the text a reader would read, not scripts, navigation or what was typed.

/** The service takes 64 KiB of UTF-8, in which a unit of a string here takes three bytes at most. */
const longestText = 20_000;

const leftOut =
  'script,style,noscript,template,nav,form,button,input,select,textarea,iframe,object,svg,' +
  '[hidden],[aria-hidden="true"],kiertoon-search,kiertoon-similar';
const withinLine = 'a,abbr,b,bdi,cite,code,em,i,mark,q,s,small,span,strong,sub,sup,time,u,wbr';

function collect(node: Node, parts: string[]): void {
  for (const child of node.childNodes) {
    if (child instanceof Text) parts.push(child.data);
    if (!(child instanceof Element) || child.matches(leftOut)) continue;
    // Words of different paragraphs must not run together, pieces of one word must not fall apart.
    const gap = child.matches(withinLine) ? '' : ' ';
    parts.push(gap);
    collect(child, parts);
    parts.push(gap);
  }
}

function shortened(text: string): string {
  return text.length > longestText ? text.slice(0, longestText).replace(/\S*$/, '') : text;
}

/** The text of all that a CSS selector names on the page; undefined when the selector is none. */
export function textFrom(selector: string): string | undefined {
  const parts: string[] = [];
  try {
    for (const one of document.querySelectorAll(selector)) {
      collect(one, parts);
      parts.push(' ');
    }
  } catch {
    return undefined;
  }
  return shortened(parts.join('').replace(/\s+/g, ' ').trim());
}
