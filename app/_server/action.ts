import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { rehearsal, type FormState } from "@/app/_components/ui/form-state";
import type { Act } from "@/lib/command";
import { bureauMembership, type Actor } from "@/lib/core/actor";
import { Conflict, Invalid, isKnownError } from "@/lib/core/errors";
import { logWithReference } from "@/lib/core/log";
import { maybeActor, signInPath } from "./actor";
import { setFlash } from "./flash";
import { formToObject, typedValues } from "./form-data";
import { wordFields, wordRefusal } from "./word-problems";

export type { FormState };
export { formToObject };

type Options<R> = {
  /** How the act's input is read from the form; default `formToObject`. */
  input?: (form: FormData) => unknown;
  /** Runs after the act; a path that it returns is where the browser goes next. */
  then?: (result: R, form: FormData) => string | void | Promise<string | void>;
  /** Path to render anew; default: everything (the whole layout). */
  revalidate?: string;
  /** Where the world has moved meanwhile, the page shows it beside the refusal. Only for a form that is there then, too. */
  freshOnConflict?: boolean;
  /** Key of the catalog "flash": what is said when the act took effect. */
  flash?: string;
};

/** The actor of this request, acting for the organisation that the form names in `_org`. */
async function actorOf(form: FormData): Promise<Actor> {
  const actor = await maybeActor();
  if (actor.kind !== "person") return actor;
  const slug = form.get("_org");
  const named = typeof slug === "string" && slug !== "" ? (actor.memberships.find((m) => m.slug === slug) ?? null) : null;
  if (typeof slug === "string" && slug !== "") return { ...actor, acting: named };
  return { ...actor, acting: bureauMembership(actor) ?? actor.memberships[0] ?? null };
}

/** Makes a server action of an act: who asks, what they typed, and every refusal in words. Nothing typed is lost. A form may ask first whether it would be refused. */
export function action<R>(act: Act<R>, options: Options<R> = {}) {
  return async (_state: FormState, form: FormData): Promise<FormState> => {
    const actor = await actorOf(form);
    const key = form.get("_key");
    const input = options.input ?? formToObject;
    let result: R;
    try {
      if (form.has(rehearsal)) {
        await act.rehearse(actor, input(form));
        return { ok: true };
      }
      result = await act(actor, input(form), typeof key === "string" && key !== "" ? key.slice(0, 100) : undefined);
    } catch (error) {
      if (options.freshOnConflict && error instanceof Conflict) revalidatePath("/", "layout");
      return refused(error, actor, form, act.eventName);
    }
    revalidatePath(options.revalidate ?? "/", options.revalidate ? "page" : "layout");
    const path = await options.then?.(result, form);
    if (typeof path === "string") {
      if (options.flash) await setFlash(options.flash);
      redirect(path);
    }
    return { ok: true, result, message: options.flash ? await wordFlash(options.flash) : undefined };
  };
}

async function wordFlash(key: string): Promise<string | undefined> {
  const t = await getTranslations("flash");
  return t.has(key as never) ? t(key as never) : undefined;
}

/** Turns a refusal into form state. Also for hand-written actions and routes that answer like a form. */
export async function refused(error: unknown, actor: Actor, form: FormData, where: string): Promise<FormState> {
  const t = await getTranslations("errors");
  const values = typedValues(form);
  const titlePrefix = t("titlePrefix");
  if (error instanceof Invalid) {
    const worded = await wordFields(error.fields, form);
    const { "": whole, ...problems } = worded;
    const count = Object.keys(problems).length;
    return { ok: false, values, titlePrefix, problems, message: whole, summary: count > 0 ? t("summary", { count }) : undefined };
  }
  if (isKnownError(error)) {
    const signedOut = actor.kind === "visitor" && (error.name === "NotFound" || error.name === "Forbidden");
    if (signedOut) return { ok: false, values, titlePrefix, message: t("act.signed_out"), link: { href: signInPath("/signed-in"), label: t("signInAgain") } };
    return { ok: false, values, titlePrefix, message: await wordRefusal(error) };
  }
  return { ok: false, values, titlePrefix, message: t("act.unexpected", { reference: logWithReference(error, where) }) };
}
