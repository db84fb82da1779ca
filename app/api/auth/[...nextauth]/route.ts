import NextAuth from "next-auth";
import { NextRequest } from "next/server";
import { authOptions } from "@/app/_server/auth";
import { readBody, smallForm, tooLarge } from "@/app/_server/request";

type Context = { params: Promise<{ nextauth: string[] }> };

export async function GET(request: NextRequest, context: Context): Promise<Response> {
  return (await NextAuth(request as never, context as never, authOptions())) as Response;
}

/** The library reads whatever comes; it gets no more than a form of ours would be. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const body = await readBody(request, smallForm);
  return body ? GET(new NextRequest(request.url, { method: request.method, headers: request.headers, body }), context) : tooLarge();
}
