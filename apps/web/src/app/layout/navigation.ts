import type { Me, Role } from '@aula/contracts';
import {
  IconAward,
  IconBook2,
  IconBuildingBank,
  IconCalendarDue,
  IconCalendarEvent,
  IconCertificate,
  IconChartBar,
  IconChecklist,
  IconClipboardCheck,
  IconCompass,
  IconEyeCheck,
  IconFileImport,
  IconHeartbeat,
  IconHistory,
  IconKey,
  IconListDetails,
  IconMail,
  IconMailExclamation,
  IconPackage,
  IconPalette,
  IconPencil,
  IconSettings,
  IconTerminal2,
  IconSchool,
  IconShieldCheck,
  IconSun,
  IconUsers,
  IconWritingSign,
} from '@tabler/icons-react';
import { type Area, isOneOf, mayEnter } from '../../lib/rights.js';

interface Entry {
  to: string;
  text: string;
  icon: typeof IconAward;
  exact: boolean;
  /** Whom of the area it has something for; without it everybody. */
  for?: readonly Role[];
}

const areas = [
  { name: 'today', links: [{ to: '/today', text: 'nav.today', icon: IconSun, exact: true }] },
  {
    name: 'learning',
    links: [
      { to: '/learning', text: 'nav.courses', icon: IconBook2, exact: true },
      { to: '/learning/certificates', text: 'nav.certificates', icon: IconAward, exact: false },
      { to: '/learning/calendar', text: 'nav.calendar', icon: IconCalendarDue, exact: false },
      { to: '/catalogue', text: 'nav.catalogue', icon: IconCompass, exact: false },
    ],
  },
  {
    name: 'teach',
    links: [
      { to: '/teach/courses', text: 'nav.authoring', icon: IconPencil, exact: false },
      { to: '/teach/reviews', text: 'nav.reviews', icon: IconEyeCheck, exact: false },
      { to: '/teach/packages', text: 'nav.packages', icon: IconPackage, exact: false },
      { to: '/teach/banks', text: 'nav.banks', icon: IconListDetails, exact: false },
      { to: '/teach/quizzes', text: 'nav.quizzes', icon: IconChecklist, exact: false },
      { to: '/teach/marking', text: 'nav.marking', icon: IconWritingSign, exact: false },
      { to: '/teach/results', text: 'nav.results', icon: IconChartBar, exact: false },
      { to: '/teach/editions', text: 'nav.editions', icon: IconCalendarEvent, exact: false },
      { to: '/attendance', text: 'nav.attendance', icon: IconClipboardCheck, exact: false },
    ],
  },
  {
    name: 'institution',
    links: [
      { to: '/institution/people', text: 'nav.people', icon: IconUsers, exact: false },
      { to: '/institution/imports', text: 'nav.imports', icon: IconFileImport, exact: false },
      { to: '/institution/institutions', text: 'nav.institutions', icon: IconBuildingBank, exact: false },
      { to: '/institution/editions', text: 'nav.editions', icon: IconCalendarEvent, exact: false },
    ],
  },
  {
    name: 'university',
    links: [
      { to: '/university', text: 'nav.credentials', icon: IconCertificate, exact: true, for: ['registrar', 'administrator'] },
      { to: '/university/completions', text: 'nav.completions', icon: IconSchool, exact: false },
      {
        to: '/university/verification',
        text: 'nav.verifyMany',
        icon: IconShieldCheck,
        exact: false,
        for: ['registrar', 'reviewer', 'administrator'],
      },
    ],
  },
  {
    name: 'insight',
    links: [
      { to: '/insight', text: 'nav.insight', icon: IconChartBar, exact: true },
      // the others have an area of their own where editions are
      { to: '/insight/editions', text: 'nav.editions', icon: IconCalendarEvent, exact: false, for: ['auditor', 'programme-manager'] },
    ],
  },
  {
    name: 'administration',
    links: [
      { to: '/administration/jobs', text: 'nav.jobs', icon: IconChecklist, exact: false },
      { to: '/administration/deliveries', text: 'nav.deliveries', icon: IconMailExclamation, exact: false },
      { to: '/administration/mails', text: 'nav.mails', icon: IconMail, exact: false },
      { to: '/administration/roles', text: 'nav.roles', icon: IconKey, exact: false },
      { to: '/administration/tokens', text: 'nav.tokens', icon: IconTerminal2, exact: false },
      { to: '/administration/health', text: 'nav.health', icon: IconHeartbeat, exact: false },
      { to: '/administration/settings', text: 'nav.settings', icon: IconSettings, exact: false },
      { to: '/administration/branding', text: 'nav.branding', icon: IconPalette, exact: false },
    ],
  },
  { name: 'audit', links: [{ to: '/audit', text: 'nav.audit', icon: IconHistory, exact: false }] },
] as const satisfies readonly { name: 'learning' | Area; links: readonly Entry[] }[];

/** The areas a person may enter, each with the pages that have something for them. */
export const areasOf = (me: Me) =>
  areas
    .filter(({ name }) => name === 'learning' || mayEnter(me, name))
    .map(({ name, links }) => ({ name, links: links.filter((link) => !('for' in link) || isOneOf(me, link.for)) }));
