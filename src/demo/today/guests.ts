// The children whom the first pages of the demonstration show, and where their cases stand on the day it is loaded.

import type { CaseState } from '../people.ts';
import type { Fate } from '../referrals.ts';

export type Standing = Readonly<{
  duty: string;
  fate: Fate;
  due: 'today' | 'tomorrow' | 'overdue' | 'later';
}>;
export type GuestCase = Readonly<{
  name: string;
  nickname: string;
  sex: 'male' | 'female';
  age: number;
  home: string | null;
  origin: string | null;
  activity: string;
  worker: CaseState['worker'];
  risk: 'LOW' | 'MEDIUM' | 'HIGH';
  /** Calendar days since the case was opened. */
  openedDaysAgo: number;
  assessed: boolean;
  referrals: readonly Standing[];
}>;

export const openCases: readonly GuestCase[] = [
  {
    name: 'Dika Kurniawan',
    nickname: 'Dika',
    sex: 'male',
    age: 15,
    home: '13.71.09.1001',
    origin: null,
    activity: 'TRAFFIC_HELPER',
    worker: 'rina.peksos',
    risk: 'MEDIUM',
    openedDaysAgo: 12,
    assessed: false,
    referrals: [{ duty: 'HEALTH_CHECK', fate: 'waiting', due: 'overdue' }],
  },
  {
    name: 'Rafi Mulyadi',
    nickname: 'Rafi',
    sex: 'male',
    age: 16,
    home: null,
    origin: '13.01',
    activity: 'BUSKING',
    worker: 'rina.peksos',
    risk: 'HIGH',
    openedDaysAgo: 41,
    assessed: true,
    referrals: [
      { duty: 'SUBSTITUTE_CARE', fate: 'waiting', due: 'overdue' },
      { duty: 'FAMILY_TRACING', fate: 'on_hold', due: 'later' },
    ],
  },
  {
    name: 'Nadia Puspita',
    nickname: 'Nad',
    sex: 'female',
    age: 13,
    home: '13.71.09.1006',
    origin: null,
    activity: 'HAWKING',
    worker: 'rina.peksos',
    risk: 'MEDIUM',
    openedDaysAgo: 24,
    assessed: true,
    referrals: [
      { duty: 'HEALTH_CHECK', fate: 'waiting', due: 'today' },
      { duty: 'HOME_VISIT', fate: 'waiting', due: 'today' },
      { duty: 'SCHOOL_RETURN', fate: 'accepted', due: 'later' },
    ],
  },
  {
    name: 'Muhammad Fikri',
    nickname: 'Fik',
    sex: 'male',
    age: 14,
    home: '13.71.09.1009',
    origin: null,
    activity: 'BUSKING',
    worker: 'rina.peksos',
    risk: 'MEDIUM',
    openedDaysAgo: 19,
    assessed: true,
    referrals: [
      { duty: 'IDENTITY_DOCUMENTS', fate: 'on_hold', due: 'later' },
      { duty: 'KINSHIP_SEARCH', fate: 'waiting', due: 'later' },
      { duty: 'HOME_VISIT', fate: 'accepted', due: 'later' },
    ],
  },
  {
    name: 'Wulan',
    nickname: 'Ulan',
    sex: 'female',
    age: 11,
    home: '13.71.03.1010',
    origin: null,
    activity: 'BEGGING',
    worker: 'toni.peksos',
    risk: 'HIGH',
    openedDaysAgo: 8,
    assessed: true,
    referrals: [
      { duty: 'VIOLENCE_CASE', fate: 'waiting', due: 'tomorrow' },
      { duty: 'HEALTH_CHECK', fate: 'accepted', due: 'tomorrow' },
      { duty: 'LEGAL_AID', fate: 'waiting', due: 'later' },
    ],
  },
  {
    name: 'Ilham Pratama',
    nickname: 'Am',
    sex: 'male',
    age: 15,
    home: '13.71.11.1012',
    origin: null,
    activity: 'SCAVENGING',
    worker: 'toni.peksos',
    risk: 'LOW',
    openedDaysAgo: 33,
    assessed: true,
    referrals: [
      { duty: 'SCHOOL_RETURN', fate: 'waiting', due: 'today' },
      { duty: 'MENTORING', fate: 'waiting', due: 'later' },
    ],
  },
  {
    name: 'Galang Septian',
    nickname: 'Lang',
    sex: 'male',
    age: 12,
    home: '13.71.02.1008',
    origin: null,
    activity: 'HAWKING',
    worker: 'rina.peksos',
    risk: 'MEDIUM',
    openedDaysAgo: 30,
    assessed: true,
    referrals: [
      { duty: 'SCHOOL_RETURN', fate: 'waiting', due: 'overdue' },
      { duty: 'HEALTH_CHECK', fate: 'on_hold', due: 'later' },
    ],
  },
];

export type GuestAftercare = Readonly<{
  name: string;
  nickname: string;
  sex: 'male' | 'female';
  age: number;
  home: string;
  worker: CaseState['worker'];
  agency: string;
  /** The visit that waits, and how many days from today it is due. */
  month: 1 | 3 | 6 | 12;
  dueInDays: number;
}>;

export const aftercare: readonly GuestAftercare[] = [
  {
    name: 'Melur Handayani',
    nickname: 'Melur',
    sex: 'female',
    age: 11,
    home: '13.71.04.1002',
    worker: 'rina.peksos',
    agency: 'DINSOS_KOTA',
    month: 3,
    dueInDays: 0,
  },
  {
    name: 'Zaki Hidayat',
    nickname: 'Zaki',
    sex: 'male',
    age: 14,
    home: '13.71.09.1006',
    worker: 'rina.peksos',
    agency: 'KEL_13.71.09.1006',
    month: 1,
    dueInDays: 0,
  },
  {
    name: 'Tia Rahayu',
    nickname: 'Tia',
    sex: 'female',
    age: 13,
    home: '13.71.09.1009',
    worker: 'toni.peksos',
    agency: 'KEC_13.71.09',
    month: 6,
    dueInDays: -6,
  },
  {
    name: 'Riko',
    nickname: 'Iko',
    sex: 'male',
    age: 16,
    home: '13.71.10.1001',
    worker: 'rina.peksos',
    agency: 'DINSOS_KOTA',
    month: 1,
    dueInDays: 5,
  },
];
