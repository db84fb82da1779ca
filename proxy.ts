import { NextResponse, type NextRequest } from "next/server";

/** Tells the gate which page was asked for, so that one comes back to it after signing in. Decides nothing. */
export function proxy(request: NextRequest) {
  const headers = new Headers(request.headers);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

export const config = {
  matcher: ["/me/:path*", "/o/:path*", "/review/:path*", "/registrations/:path*", "/cockpit/:path*", "/indicators/:path*", "/ledger/:path*", "/contracts/:path*", "/operations/:path*", "/welcome", "/brokers/:path*"],
};
