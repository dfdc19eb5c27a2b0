/** The colours of a business in its mails, and its logo. */
import type { Company } from '../../domain/business/company.ts';
import { shownSize } from '../../domain/business/logo.ts';
import { inkOn, readable, standOut, visible } from '../accent.ts';

/** What is drawn in the one colour of the business; all else is `color`. */
export interface MailLook {
  /** The call button, and its text. */
  readonly button: string;
  readonly onButton: string;
  /** Links and the words on outlined buttons. */
  readonly link: string;
  /** For programs that show mails on dark ground. */
  readonly dark: { readonly button: string; readonly onButton: string; readonly link: string };
  readonly logo: LogoImage | undefined;
}

interface LogoImage {
  readonly url: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

export const color = {
  ground: '#eef1f4',
  paper: '#ffffff',
  soft: '#f4f6f8',
  line: '#dde2e8',
  ink: '#18212b',
  muted: '#566270',
  danger: '#b3201a',
  dangerSoft: '#fdecea',
} as const;

export const darkColor = {
  ground: '#0f1419',
  paper: '#1a2129',
  soft: '#242d37',
  line: '#36414d',
  ink: '#edf1f5',
  muted: '#a8b4c1',
  danger: '#ff9d96',
  dangerSoft: '#3b1a19',
} as const;

/** Of a business that has no colour of its own. */
const blue: Omit<MailLook, 'logo'> = {
  button: '#17538f',
  onButton: '#ffffff',
  link: '#17538f',
  dark: { button: '#17538f', onButton: '#ffffff', link: '#8fc1f5' },
};

export function mailLook(company: Company): MailLook {
  const { accentColor } = company;
  return { ...(accentColor === undefined ? blue : inColor(accentColor)), logo: logoOf(company) };
}

function inColor(accent: string): Omit<MailLook, 'logo'> {
  const darkButton = standOut(accent, [darkColor.paper], visible);
  return {
    button: accent,
    onButton: inkOn(accent),
    link: standOut(accent, [color.paper, color.ground], readable),
    dark: {
      button: darkButton,
      onButton: inkOn(darkButton),
      link: standOut(accent, [darkColor.paper, darkColor.ground], readable),
    },
  };
}

/** Programs load it from where the business's pages are; without an address it is left out. */
function logoOf({ logo, publicUrl }: Company): LogoImage | undefined {
  if (!logo || publicUrl === undefined) return undefined;
  return { url: `${publicUrl}/${logo.file}`, alt: logo.alt, ...shownSize(logo) };
}
