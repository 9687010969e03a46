import type { Statement } from './statement';

export const sv: Statement = {
  title: 'Tillgänglighetsutlåtande',
  intro: (operator) =>
    `Det här utlåtandet gäller söktjänsten kiertoon, som upprätthålls av ${operator}. Vi vill att alla hittar en god insats i tjänsten: med tangentbord, med skärmläsare, i förstoring, med telefon och på papper.`,
  unnamed: '(upprätthållarens namn saknas)',
  incomplete:
    'Utlåtandet är ofullständigt: den som upprätthåller tjänsten har inte ännu uppgett sitt namn och en adress för respons. De anges med serverprogrammets val --operator och --feedback.',
  status: {
    heading: 'Tillgänglighetsstatus',
    text: 'Tjänsten uppfyller delvis kraven i lagen om tillhandahållande av digitala tjänster, det vill säga nivåerna A och AA i WCAG 2.1. De kända bristerna räknas upp nedan.',
  },
  shortcomings: {
    heading: 'Otillgängligt innehåll',
    lead: 'De här punkterna uppfyller inte ännu kraven, eller så är det osäkert om de gör det:',
    items: [
      {
        title: 'Ursprungliga insatser på andra webbplatser',
        text: 'Från en insats kommer man till dess ursprungliga sida, som är någon annans tjänst. Vi kan inte påverka dess tillgänglighet.',
      },
      {
        title: 'Insatsernas texter (WCAG 3.1.2)',
        text: 'Språket anges för varje insats. Enstaka ord på andra språk inne i en text är inte märkta, så en skärmläsare kan läsa dem med fel uttal.',
      },
      {
        title: 'Serverns felmeddelanden (WCAG 3.1.1)',
        text: 'När servern avvisar en ovanlig begäran är dess närmare förklaring på engelska. Förklaringen är märkt som engelska.',
      },
      {
        title: 'Juryns bakgrundsmaterial som PDF',
        text: 'Juryns bakgrundsmaterial är en webbsida för utskrift. En PDF som webbläsaren gör av den är inte nödvändigtvis tillgänglig; webbsidan och tabellen är det.',
      },
      {
        title: 'Utan JavaScript',
        text: 'En insats sida fungerar utan JavaScript, de övriga sidorna behöver det.',
      },
    ],
  },
  tested: {
    heading: 'Så har tillgängligheten bedömts',
    text: 'Bedömningen är utvecklarnas egen. Sidorna har gåtts igenom med programmet axe-core i ljust och mörkt läge, på bred skärm och på en skärm av 320 bildpunkters bredd, och använts med enbart tangentbord i webbläsaren Chromium. Ingen utomstående har ännu bedömt tjänsten, och den har inte testats med personer som använder skärmläsare.',
  },
  feedback: {
    heading: 'Märkte du en brist?',
    text: 'Berätta om den för oss, så rättar vi den. Du kan också be att få den information du behöver på annat sätt.',
    by: 'Adress för respons',
    missing: '(adressen för respons saknas)',
    promise: 'Vi svarar inom 14 dagar.',
  },
  enforcement: {
    heading: 'Tillsynsmyndighet',
    text: 'Om du märker tillgänglighetsproblem på webbplatsen, ge först respons till oss. Om du inte är nöjd med svaret, eller inte får något inom två veckor, kan du anmäla saken till Transport- och kommunikationsverket Traficom. På dess webbplats berättas hur man gör en anmälan och hur den behandlas.',
    name: 'Transport- och kommunikationsverket Traficom',
    unit: 'Enheten för tillsyn över digital tillgänglighet',
    site: {
      text: 'www.tillganglighetskrav.fi',
      address: 'https://www.tillganglighetskrav.fi/',
    },
    mail: 'tillganglighet@traficom.fi',
    phoneLabel: 'telefonväxel',
    phone: '029 534 5000',
  },
  made: {
    heading: 'Uppgifter om utlåtandet',
    text: 'Utlåtandet har senast setts över',
    law: {
      text: 'Lagen om tillhandahållande av digitala tjänster (306/2019)',
      address: 'https://www.finlex.fi/sv/laki/alkup/2019/20190306',
    },
  },
};
