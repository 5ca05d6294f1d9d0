import type { Me } from '@aula/contracts';
import {
  IconAward,
  IconBook2,
  IconBuildingBank,
  IconCalendarEvent,
  IconCertificate,
  IconChecklist,
  IconClipboardCheck,
  IconCompass,
  IconFileImport,
  IconKey,
  IconListDetails,
  IconMail,
  IconMailExclamation,
  IconPackage,
  IconPencil,
  IconReportSearch,
  IconSchool,
  IconShieldCheck,
  IconUsers,
} from '@tabler/icons-react';
import { type Area, mayEnter } from '../../lib/rights.js';

const areas = [
  {
    name: 'learning',
    links: [
      { to: '/learning', text: 'nav.courses', icon: IconBook2, exact: true },
      { to: '/learning/certificates', text: 'nav.certificates', icon: IconAward, exact: false },
      { to: '/catalogue', text: 'nav.catalogue', icon: IconCompass, exact: false },
    ],
  },
  {
    name: 'teach',
    links: [
      { to: '/teach/courses', text: 'nav.authoring', icon: IconPencil, exact: false },
      { to: '/teach/packages', text: 'nav.packages', icon: IconPackage, exact: false },
      { to: '/teach/banks', text: 'nav.banks', icon: IconListDetails, exact: false },
      { to: '/teach/quizzes', text: 'nav.quizzes', icon: IconChecklist, exact: false },
      { to: '/teach/editions', text: 'nav.support', icon: IconReportSearch, exact: false },
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
      { to: '/university', text: 'nav.credentials', icon: IconCertificate, exact: true },
      { to: '/university/completions', text: 'nav.completions', icon: IconSchool, exact: false },
      { to: '/university/verification', text: 'nav.verifyMany', icon: IconShieldCheck, exact: false },
    ],
  },
  {
    name: 'administration',
    links: [
      { to: '/administration/jobs', text: 'nav.jobs', icon: IconChecklist, exact: false },
      { to: '/administration/deliveries', text: 'nav.deliveries', icon: IconMailExclamation, exact: false },
      { to: '/administration/mails', text: 'nav.mails', icon: IconMail, exact: false },
      { to: '/administration/roles', text: 'nav.roles', icon: IconKey, exact: false },
    ],
  },
] as const satisfies readonly { name: 'learning' | Area; links: readonly object[] }[];

/** The areas a person may enter, each with its pages. */
export const areasOf = (me: Me) => areas.filter(({ name }) => name === 'learning' || mayEnter(me, name));
