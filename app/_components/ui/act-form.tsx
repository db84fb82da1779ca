"use client";

/** A form that asks for one act, with its fields and buttons. Pages that must stay light take the parts that they need. */
export { ActForm, done, isNavigation, useActForm } from "./form-core";
export { FormField } from "./form-field";
export { ConfirmButton, SubmitButton } from "./form-buttons";
export type { FormState } from "./form-state";
