import type { Statement } from './statement';

export const en: Statement = {
  title: 'Accessibility statement',
  intro: (operator) =>
    `This statement is about the search service kiertoon, run by ${operator}. We want everybody to find a good deed here: by keyboard, by screen reader, enlarged, by phone and on paper.`,
  unnamed: '(name of the operator missing)',
  incomplete:
    'The statement is incomplete: whoever runs the service has not given a name and an address for feedback yet. They are set by the options --operator and --feedback of the server program.',
  status: {
    heading: 'How accessible the service is',
    text: 'The service meets the requirements of the Act on the Provision of Digital Services, that is levels A and AA of WCAG 2.1, in part. What is known to fall short is listed below.',
  },
  shortcomings: {
    heading: 'Content that is not accessible',
    lead: 'These do not meet the requirements yet, or it is not certain that they do:',
    items: [
      {
        title: 'Original deeds on other sites',
        text: 'A deed’s page leads to its original page, which is somebody else’s service. We have no say in its accessibility.',
      },
      {
        title: 'Texts of deeds (WCAG 3.1.2)',
        text: 'The language of each deed is marked. Words of another language within a text are not, so a screen reader may pronounce them wrongly.',
      },
      {
        title: 'Error messages of the server (WCAG 3.1.1)',
        text: 'When the server refuses an unusual request, its detailed explanation is in English. It is marked as English.',
      },
      {
        title: 'Jury briefing as PDF',
        text: 'The jury briefing is a web page for print. A PDF that the browser makes of it may not be accessible; the web page and the table are.',
      },
      {
        title: 'Without JavaScript',
        text: 'A deed’s page works without JavaScript, the other pages need it.',
      },
    ],
  },
  tested: {
    heading: 'How this was assessed',
    text: 'The developers assessed it themselves. The pages were checked with axe-core in light and dark, on a wide screen and on one 320 pixels wide, and used by keyboard alone in Chromium. Nobody outside has audited the service yet, and it has not been tested with people who use screen readers.',
  },
  feedback: {
    heading: 'Did you find something wrong?',
    text: 'Tell us, and we will put it right. You can also ask for the information you need in another form.',
    by: 'Feedback to',
    missing: '(address for feedback missing)',
    promise: 'We answer within 14 days.',
  },
  enforcement: {
    heading: 'Enforcement',
    text: 'If you find accessibility problems on the site, please tell us first. If you are not satisfied with our answer, or get none within two weeks, you can notify the Finnish Transport and Communications Agency Traficom. Its site tells how to file a notification and how it is handled.',
    name: 'Finnish Transport and Communications Agency Traficom',
    unit: 'Digital Accessibility Supervision Unit',
    site: {
      text: 'www.webaccessibility.fi',
      address: 'https://www.webaccessibility.fi/',
    },
    mail: 'saavutettavuus@traficom.fi',
    phoneLabel: 'telephone switchboard',
    phone: '+358 29 534 5000',
  },
  made: {
    heading: 'About this statement',
    text: 'The statement was last reviewed on',
    law: {
      text: 'Act on the Provision of Digital Services (306/2019), in Finnish',
      address: 'https://www.finlex.fi/fi/lainsaadanto/2019/306',
    },
  },
};
