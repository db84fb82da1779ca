type Transitions<S extends string> = Readonly<Record<S, readonly S[]>>;

/** From which states of a table one leads to `to`: what a conditional update asks for, so that the table binds it. */
export function statesBefore<S extends string>(transitions: Transitions<S>, to: S): S[] {
  return (Object.keys(transitions) as S[]).filter((from) => leadsTo(transitions, from, to));
}

export function leadsTo<S extends string>(transitions: Transitions<S>, from: S, to: S): boolean {
  return transitions[from].includes(to);
}
