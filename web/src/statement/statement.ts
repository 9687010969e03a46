// The statement of accessibility that Finland's Act on the Provision of Digital Services (306/2019) asks for. What depends on who
// runs the server comes from it; everything else is true of every kiertoon.

/** Who runs the server; null where nobody said. */
export interface Site {
  operator: string | null;
  /** A mail address, or the https address of a form. */
  feedback: string | null;
}

export interface Statement {
  title: string;
  intro: (operator: string) => string;
  /** In the place of the operator's name where nobody has given it. */
  unnamed: string;
  /** Shown to the operator, who has to give name and feedback. */
  incomplete: string;
  status: { heading: string; text: string };
  shortcomings: {
    heading: string;
    lead: string;
    items: readonly { title: string; text: string }[];
  };
  tested: { heading: string; text: string };
  feedback: { heading: string; text: string; by: string; missing: string; promise: string };
  /** The authority that watches over accessibility, Traficom since the beginning of 2025. */
  enforcement: {
    heading: string;
    text: string;
    name: string;
    unit: string;
    site: { text: string; address: string };
    mail: string;
    phoneLabel: string;
    phone: string;
  };
  made: { heading: string; text: string; law: { text: string; address: string } };
}

/** When the statement was last looked through; change it together with the texts. */
export const reviewed = '2026-11-28';
