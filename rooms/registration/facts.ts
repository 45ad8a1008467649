/** S2-072 first registration, S2-131 its change, S2-139 another contact person. */
export type RegistrationKind = 'first' | 'change' | 'contact'
