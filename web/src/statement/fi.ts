import type { Statement } from './statement';

export const fi: Statement = {
  title: 'Saavutettavuusseloste',
  intro: (operator) =>
    `Tämä seloste koskee kiertoon-hakupalvelua, jota ylläpitää ${operator}. Haluamme, että jokainen löytää palvelusta hyvän teon: näppäimistöllä, ruudunlukijalla, suurennettuna, puhelimella ja paperilta.`,
  unnamed: '(ylläpitäjän nimi puuttuu)',
  incomplete:
    'Seloste on keskeneräinen: palvelun ylläpitäjä ei ole vielä ilmoittanut nimeään ja palauteosoitettaan. Ne annetaan palvelinohjelman valinnoilla --operator ja --feedback.',
  status: {
    heading: 'Saavutettavuuden tila',
    text: 'Palvelu täyttää digitaalisten palvelujen tarjoamisesta annetun lain vaatimukset, siis WCAG 2.1 -ohjeiston tasot A ja AA, osittain. Tiedossa olevat puutteet luetellaan alla.',
  },
  shortcomings: {
    heading: 'Ei-saavutettava sisältö',
    lead: 'Nämä kohdat eivät vielä täytä vaatimuksia tai niiden täyttymisestä ei ole varmuutta:',
    items: [
      {
        title: 'Alkuperäiset teot muilla sivustoilla',
        text: 'Teon sivulta pääsee teon alkuperäiselle sivulle, joka on toisen ylläpitäjän palvelu. Sen saavutettavuuteen emme voi vaikuttaa.',
      },
      {
        title: 'Tekojen tekstit (WCAG 3.1.2)',
        text: 'Tekojen kieli merkitään teko kerrallaan. Tekstin sisällä olevia toisen kielen sanoja ei ole merkitty, joten ruudunlukija voi lukea ne väärällä ääntämyksellä.',
      },
      {
        title: 'Palvelimen virheilmoitukset (WCAG 3.1.1)',
        text: 'Jos palvelin hylkää harvinaisen pyynnön, sen tarkempi selitys on englanniksi. Selitys on merkitty englanninkieliseksi.',
      },
      {
        title: 'Tausta-aineiston PDF',
        text: 'Tuomariston tausta-aineisto on tulostettava verkkosivu. Selaimen siitä tallentama PDF ei välttämättä ole saavutettava; verkkosivu ja taulukko ovat.',
      },
      {
        title: 'Käyttö ilman JavaScriptiä',
        text: 'Teon sivu toimii ilman JavaScriptiä, muut sivut tarvitsevat sen.',
      },
    ],
  },
  tested: {
    heading: 'Näin saavutettavuus on arvioitu',
    text: 'Arvio on kehittäjien oma. Sivut on käyty läpi axe-core-ohjelmalla vaaleana ja tummana, leveällä ja 320 kuvapisteen levyisellä näytöllä, ja niitä on käytetty pelkällä näppäimistöllä Chromium-selaimella. Ulkopuolista arviota tai testiä ruudunlukijan käyttäjien kanssa ei ole vielä tehty.',
  },
  feedback: {
    heading: 'Huomasitko puutteen?',
    text: 'Kerro siitä meille, niin korjaamme sen. Voit myös pyytää tarvitsemasi tiedon muulla tavoin.',
    by: 'Palauteosoite',
    missing: '(palauteosoite puuttuu)',
    promise: 'Vastaamme 14 päivän kuluessa.',
  },
  enforcement: {
    heading: 'Valvontaviranomainen',
    text: 'Jos huomaat sivustolla saavutettavuusongelmia, anna ensin palautetta meille. Jos et ole tyytyväinen vastaukseen tai et saa sitä kahden viikon aikana, voit ilmoittaa asiasta Liikenne- ja viestintävirasto Traficomille. Sen sivuilla kerrotaan, miten ilmoitus tehdään ja miten se käsitellään.',
    name: 'Liikenne- ja viestintävirasto Traficom',
    unit: 'Digitaalisen esteettömyyden ja saavutettavuuden valvontayksikkö',
    site: {
      text: 'www.saavutettavuusvaatimukset.fi',
      address: 'https://www.saavutettavuusvaatimukset.fi/',
    },
    mail: 'saavutettavuus@traficom.fi',
    phoneLabel: 'puhelinvaihde',
    phone: '029 534 5000',
  },
  made: {
    heading: 'Selosteen tiedot',
    text: 'Seloste on viimeksi tarkistettu',
    law: {
      text: 'Laki digitaalisten palvelujen tarjoamisesta (306/2019)',
      address: 'https://www.finlex.fi/fi/lainsaadanto/2019/306',
    },
  },
};
