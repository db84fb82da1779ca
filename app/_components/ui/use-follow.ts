import { useEffect, useRef } from "react";

/** The address has changed without this field (a condition was taken back by its tag): the field follows it. What is typed or ticked and not sent stays. */
export function useFollow<T, Field extends HTMLElement = HTMLInputElement>(said: T, follow: (field: Field, said: T) => void) {
  const field = useRef<Field>(null);
  const before = useRef(said);
  useEffect(() => {
    if (before.current !== said && field.current) follow(field.current, said);
    before.current = said;
  });
  return field;
}
