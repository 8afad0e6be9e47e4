/** The retention rules in the order in which they run, with the setting that says after how many months. */
export const retentionRules = [
  { rule: 'UNIDENTIFIED_DETAILS', setting: 'retentionUnidentifiedDetailMonths' },
  { rule: 'IDENTITY_WITHOUT_CASE', setting: 'retentionIdentityWithoutCaseMonths' },
  { rule: 'ADULT_IN_OPERATION', setting: 'retentionAdultIdentityMonths' },
  { rule: 'CASE_SEALED', setting: 'retentionClosedCaseSealedAfterMonths' },
  { rule: 'CASE_AFTER_18', setting: 'retentionErasedAfterBirthday18Months' },
] as const;
export type RetentionRule = (typeof retentionRules)[number]['rule'];
