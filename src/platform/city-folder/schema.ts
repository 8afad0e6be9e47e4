// The shapes of a city's folder and of the lists of the country: what the files may hold, and within which bounds.

import Type, { type Static, type TSchema } from 'typebox';

const closed = { additionalProperties: false } as const;
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const optionalText = (maxLength: number) => Type.Union([Type.Null(), text(maxLength)]);
const date = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const optionalDate = Type.Union([Type.Null(), date]);
const code = Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_]{0,39}$' });
const agencyCode = Type.String({ pattern: '^[A-Z][A-Z0-9_.]{1,39}$' });
const slug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 });
const bilingual = Type.Object({ id: text(120), en: text(120) }, closed);

/** 13.71 a city, 13.71.07 a kecamatan, 13.71.07.1003 a kelurahan. */
export const areaCodePattern = '^\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?$';
const areaCode = Type.String({ pattern: areaCodePattern });

export const CodeRow = Type.Object(
  {
    list: Type.String({ pattern: '^[a-z][a-z0-9_]{1,39}$' }),
    code,
    labelId: text(120),
    labelEn: text(120),
    source: text(160),
    validFrom: date,
    validTo: optionalDate,
    extra: Type.Record(Type.String(), Type.Unknown()),
  },
  closed,
);
export type CodeRow = Static<typeof CodeRow>;

export const OriginArea = Type.Object(
  {
    code: areaCode,
    name: text(80),
    kind: Type.Union([Type.Literal('province'), Type.Literal('regency'), Type.Literal('city')]),
    parent: Type.Union([Type.Null(), areaCode]),
  },
  closed,
);
export type OriginArea = Static<typeof OriginArea>;

const latitude = Type.Union([Type.Null(), Type.Number({ minimum: -11.5, maximum: 6.5 })]);
const longitude = Type.Union([Type.Null(), Type.Number({ minimum: 94.5, maximum: 141.5 })]);

export const Area = Type.Object(
  {
    code: areaCode,
    kind: Type.Union([Type.Literal('city'), Type.Literal('district'), Type.Literal('village')]),
    name: text(80),
    parent: areaCode,
    latitude,
    longitude,
  },
  closed,
);
export type Area = Static<typeof Area>;

export const Agency = Type.Object(
  {
    agencyCode,
    nameId: text(160),
    nameEn: text(160),
    kind: code,
    parentCode: Type.Union([Type.Null(), agencyCode]),
    roleInRangkul: code,
    validFrom: date,
    validTo: optionalDate,
  },
  closed,
);
export type Agency = Static<typeof Agency>;

export const Duty = Type.Object(
  {
    agencyCode,
    dutyCode: code,
    legalBasisId: Type.Union([Type.Null(), slug]),
    validFrom: date,
    validTo: optionalDate,
    source: text(160),
  },
  closed,
);
export type Duty = Static<typeof Duty>;

export const LegalBasis = Type.Object(
  {
    legalBasisId: slug,
    cite: text(80),
    kind: code,
    number: text(40),
    year: Type.Integer({ minimum: 1945, maximum: 2100 }),
    titleId: text(200),
    dated: optionalDate,
    validFrom: date,
    validTo: optionalDate,
    note: text(240),
  },
  closed,
);
export type LegalBasis = Static<typeof LegalBasis>;

export const CityHoliday = Type.Object(
  {
    date,
    kind: Type.Union([
      Type.Literal('holiday'),
      Type.Literal('joint_leave'),
      Type.Literal('city'),
      Type.Literal('workday'),
    ]),
    nameId: text(120),
    nameEn: text(120),
    comment: optionalText(200),
  },
  closed,
);
export type CityHoliday = Static<typeof CityHoliday>;

export const City = Type.Object(
  {
    code: Type.String({ pattern: '^\\d{2}\\.\\d{2}$' }),
    name: text(80),
    shortName: text(40),
    province: Type.Object({ code: Type.String({ pattern: '^\\d{2}$' }), name: text(80) }, closed),
    timeZone: Type.String({ pattern: '^Asia/[A-Za-z_]+$' }),
    timeZoneLabel: text(8),
    locale: Type.String({ pattern: '^[a-z]{2}-[A-Z]{2}$' }),
    demonym: bilingual,
    words: Type.Record(Type.String({ pattern: '^[a-z][A-Za-z]{1,39}$' }), bilingual),
    fieldLanguages: Type.Array(code, { minItems: 1, maxItems: 30 }),
    map: Type.Object(
      {
        clip: Type.Object(
          { south: Type.Number(), north: Type.Number(), west: Type.Number(), east: Type.Number() },
          closed,
        ),
      },
      closed,
    ),
  },
  closed,
);
export type City = Static<typeof City>;

export const Letterhead = Type.Object(
  {
    lines: Type.Array(text(80), { minItems: 1, maxItems: 4 }),
    address: Type.String({ maxLength: 160 }),
    phone: Type.String({ maxLength: 40 }),
    email: Type.String({ maxLength: 80 }),
    signatory: Type.Object(
      {
        title: text(80),
        name: Type.String({ maxLength: 80 }),
        rank: Type.String({ maxLength: 80 }),
      },
      closed,
    ),
    place: text(40),
    demonstrationMark: bilingual,
    wetSignatureRoom: Type.Boolean(),
  },
  closed,
);
export type Letterhead = Static<typeof Letterhead>;

function setting<V extends TSchema, U extends string>(value: V, unit: U) {
  return Type.Object(
    {
      value,
      unit: Type.Literal(unit),
      /** True while the city has not set it: screens say "default", never "law". */
      default: Type.Boolean(),
      note: Type.Optional(text(200)),
    },
    closed,
  );
}
const whole = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum });
const localTime = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });

export const CitySettings = Type.Object(
  {
    holdLimitHours: setting(whole(1, 72), 'hours'),
    holdWarnFromMinutes: setting(whole(5, 1440), 'minutes'),
    /** Who reads complaints about an agency, unless it is that agency itself. */
    complaintAgency: setting(agencyCode, 'agency'),
    oneTimeCodeHours: setting(whole(1, 168), 'hours'),
    sessionIdleMinutes: setting(whole(5, 240), 'minutes'),
    sessionAbsoluteHours: setting(whole(1, 24), 'hours'),
    phoneContactHours: setting(whole(12, 336), 'hours'),
    breakGlassHours: setting(whole(1, 24), 'hours'),
    matchLooksPerOfficerPerDay: setting(whole(1, 1000), 'looks'),
    assessmentWorkingDays: setting(whole(1, 30), 'working_days'),
    planWorkingDaysAfterAssessment: setting(whole(1, 30), 'days'),
    intakeHours: setting(whole(1, 168), 'hours'),
    caseReviewDays: setting(whole(7, 366), 'days'),
    referralWorkingDays: setting(whole(1, 60), 'working_days'),
    referralWorkingDaysByDuty: setting(Type.Record(code, whole(1, 60)), 'working_days'),
    referralEscalateAfterWorkingDays: setting(whole(1, 30), 'working_days'),
    /** Days after its due day from which an action of a meeting goes to the next in rank. */
    escalateKabagAfterDays: setting(whole(1, 60), 'days'),
    escalateAsistenAfterDays: setting(whole(1, 120), 'days'),
    escalateSekdaAfterDays: setting(whole(1, 366), 'days'),
    aftercareMonths: setting(Type.Array(whole(1, 36), { minItems: 1, maxItems: 12 }), 'months'),
    aftercareOverdueDays: setting(whole(1, 90), 'days'),
    retentionUnidentifiedDetailMonths: setting(whole(1, 120), 'months'),
    retentionIdentityWithoutCaseMonths: setting(whole(1, 120), 'months'),
    retentionClosedCaseSealedAfterMonths: setting(whole(1, 120), 'months'),
    retentionErasedAfterBirthday18Months: setting(whole(0, 240), 'months'),
    retentionAdultIdentityMonths: setting(whole(1, 120), 'months'),
    retentionStoredOutcomeMonths: setting(whole(1, 12), 'months'),
    retentionKeyCopyDays: setting(whole(1, 30), 'days'),
    pointRoundingDegrees: setting(Type.Number({ minimum: 0.005, maximum: 0.1 }), 'degrees'),
    locationTypesWithoutPoint: setting(Type.Array(code, { maxItems: 30 }), 'codes'),
    smallNumberThreshold: setting(whole(3, 50), 'persons'),
    smallNumberSmallestPeriod: setting(
      Type.Union([Type.Literal('month'), Type.Literal('quarter')]),
      'period',
    ),
    workingWeekdays: setting(Type.Array(whole(1, 7), { minItems: 1, maxItems: 7 }), 'iso_weekdays'),
    workingHoursFrom: setting(localTime, 'local_time'),
    workingHoursTo: setting(localTime, 'local_time'),
    underAge: setting(whole(18, 21), 'years'),
    youngChildAge: setting(whole(6, 17), 'years'),
    recentRepeatMonths: setting(whole(1, 36), 'months'),
    clockSkewWarnMinutes: setting(whole(1, 1440), 'minutes'),
    targetHandoverHours: setting(whole(1, 72), 'hours'),
    targetAssessedShare: setting(Type.Number({ minimum: 0, maximum: 1 }), 'share'),
    targetReferralShare: setting(Type.Number({ minimum: 0, maximum: 1 }), 'share'),
  },
  closed,
);
export type CitySettings = Static<typeof CitySettings>;

export type CountryLists = Readonly<{ codes: readonly CodeRow[]; originAreas: readonly OriginArea[] }>;
export type CityFolder = Readonly<{
  city: City;
  areas: readonly Area[];
  agencies: readonly Agency[];
  duties: readonly Duty[];
  legalBases: readonly LegalBasis[];
  holidays: readonly CityHoliday[];
  settings: CitySettings;
  letterhead: Letterhead;
}>;
