// A page as it is printed, read by pdftotext.

import { execFileSync } from 'node:child_process';
import assert from 'node:assert/strict';

/** The text of each sheet; A4, with what the page's own style says of margins. */
export async function sheetsOf(page) {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true });
  const options = ['-layout', '-enc', 'UTF-8', '-', '-'];
  const text = execFileSync('pdftotext', options, { input: pdf, encoding: 'utf8' });
  const sheets = text.split('\f').slice(0, -1);
  const blank = sheets.findIndex((sheet) => !sheet.trim());
  assert.equal(blank, -1, `sheet ${blank + 1} of ${sheets.length} is blank`);
  return sheets;
}

/** Text with all space as single spaces: lines break wherever the paper ends. */
export function flat(text) {
  return text.replace(/\s+/g, ' ');
}
