// Deeds whose texts mean harm, or are just very long. All of them are found with the word `ryöväriteko`.

const organisation = (name) => ({ name, type: 'municipality', role: 'lead' });
const base = { language: 'fi', published: '2020-02-02', themes: ['digitalisaatio'] };
const script = '"><script>window.harmed = 1</script><img src=x onerror="window.harmed = 2">';
/** Right-to-left override, without an end. */
export const override = '\u202E';

/** Text without signs that turn its direction: as a deed's own page has it. */
export function undirected(text) {
  return text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '');
}

export const hostileDeeds = [
  {
    ...base,
    id: 'hostile-markup',
    url: 'https://teot.example/%22%3E%3Cscript%3E?a=1&b=%27',
    title: `Ryöväriteko ${script}`,
    summary: `Tiivistelmä ${script} </script><!-- &amp; &lt;b&gt;`,
    sections: [
      { kind: 'background', text: `Lähtötilanne </section></article></main>${script}` },
      {
        kind: 'results',
        text: `{{content}} \${1} <!--kiertoon:main--> __KIERTOON_LANG__ ${script}`,
      },
    ],
    organisations: [organisation(`Kunta ${script}`), organisation("O'Kunta & 'Pojat'")],
    keywords: [`avain ${script}`, "lainaus'merkki"],
    awards: [{ year: 2020, kind: 'winner', category: `sarja ${script}` }],
  },
  {
    ...base,
    id: 'hostile-direction',
    title: `Ryöväriteko ${override}nurin \u2067päin\u200F`,
    summary: `שלום ${override}takaperin`,
    sections: [{ kind: 'goal', text: `مرحبا ${override}tavoite \u2066yhä` }],
    organisations: [organisation(`Kunta ${override}nurin`)],
    keywords: [`${override}avain`],
  },
  {
    ...base,
    id: 'hostile-length',
    title: `Ryöväriteko ${'pitkä'.repeat(97)}`,
    summary: 'x'.repeat(5000),
    sections: [
      { kind: 'implementation', text: 'ä'.repeat(10_000) },
      { kind: 'lessons', text: `${'sana '.repeat(2000)}loppu` },
    ],
    organisations: Array.from({ length: 30 }, (_, n) =>
      organisation(`Kunta ${n} ${'o'.repeat(150)}`),
    ),
    keywords: Array.from({ length: 50 }, (_, n) => `${n}${'k'.repeat(90)}`),
  },
  {
    ...base,
    id: 'hostile-signs',
    title: 'Ryöväriteko 👩‍⚕️👨🏽‍🔧 zͫ̆ͩaͧ̈́l̏g̈́o \u00AD\u200B\uFEFF 𝕳𝖞𝖛ä ｆｕｌｌ ﷽',
    summary: '‘’“”«»‚„ \' " ` \\ / %s %00 %2e%2e%2f ; -- $(id) `id` {{7*7}}',
    sections: [],
    organisations: [organisation('🏛️')],
  },
];
