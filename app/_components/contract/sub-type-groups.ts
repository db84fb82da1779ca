import { contractTypes, subTypes } from "@/lib/codes/lists";

/** For `SubTypeField`; made on the server, so that the code lists stay there. */
export const subTypeGroups = () => contractTypes.map(({ code, zh }) => ({ type: code, label: zh, options: subTypes(code).map((one) => ({ value: one.code, label: one.zh })) }));
