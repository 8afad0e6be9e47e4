/**
 * The retention rules in the order in which they run: the setting that says after how many months, and between which
 * bounds a city may set it. The database holds the same bounds.
 */
export const retentionRules = [
  { rule: 'UNIDENTIFIED_DETAILS', setting: 'retentionUnidentifiedDetailMonths', least: 1, most: 24 },
  { rule: 'IDENTITY_WITHOUT_CASE', setting: 'retentionIdentityWithoutCaseMonths', least: 3, most: 60 },
  { rule: 'ADULT_IN_OPERATION', setting: 'retentionAdultIdentityMonths', least: 1, most: 24 },
  { rule: 'CASE_SEALED', setting: 'retentionClosedCaseSealedAfterMonths', least: 6, most: 60 },
  { rule: 'CASE_AFTER_18', setting: 'retentionErasedAfterBirthday18Months', least: 0, most: 120 },
  { rule: 'STORED_OUTCOMES', setting: 'retentionStoredOutcomeMonths', least: 1, most: 12 },
] as const;
export type RetentionRule = (typeof retentionRules)[number]['rule'];
