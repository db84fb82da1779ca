import Link from "@/app/_components/ui/link";
import type { ComponentProps, ReactNode } from "react";
import { buttonClass } from "./button-look";
import type { ButtonVariant } from "./button-look";
import { Details } from "./details";

type ButtonProps = Omit<ComponentProps<"button">, "className"> & { variant?: ButtonVariant; className?: string };

/** Does something. At most one `primary` per view; danger stands 24 px apart from the rest (`ButtonRow` does it). */
export function Button({ variant = "plain", type = "button", className, ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass(variant, className)} {...rest} />;
}

type LinkButtonProps = Omit<ComponentProps<typeof Link>, "className"> & { variant?: ButtonVariant; className?: string };

/** Goes somewhere, with the weight of a button. */
export function LinkButton({ variant = "plain", className, ...rest }: LinkButtonProps) {
  return <Link className={buttonClass(variant, className)} {...rest} />;
}

/** Not allowed now: still visible and pressable; pressing it tells why and what helps. Needs no script. */
export function BlockedButton({ children, reason, variant = "plain" }: { children: ReactNode; reason: ReactNode; variant?: ButtonVariant }) {
  return (
    <Details className="inline-block max-w-full align-top">
      <summary aria-disabled="true" className={buttonClass(variant, "list-none [&::-webkit-details-marker]:hidden")}>
        {children}
      </summary>
      <p role="note" className="mt-2 max-w-[24em] border-l-4 border-warn-line bg-warn-soft px-3 py-2 text-dense text-warn">
        {reason}
      </p>
    </Details>
  );
}

/** Buttons at the end of what they act on: primary, plain, text; what is in `danger` is parted. */
export function ButtonRow({ children, danger }: { children: ReactNode; danger?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-start gap-3">
      {children}
      {danger ? <div className="ml-3 flex flex-wrap gap-3">{danger}</div> : null}
    </div>
  );
}
