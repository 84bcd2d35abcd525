// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/welcome.h"

namespace gatehouse::admin {

void showWelcome(pipeline::Context &, pipeline::Inbound inbound)
{
    static constexpr char page[] = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gatehouse</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.6 system-ui, sans-serif; max-width: 42rem; margin: 4rem auto; padding: 0 1.5rem; }
h1 { margin-bottom: 0; } p.lead { margin-top: .25rem; opacity: .75; }
code, pre { font: 14px/1.5 ui-monospace, monospace; } pre { padding: 1rem; border: 1px solid color-mix(in srgb, currentColor 20%, transparent); border-radius: .5rem; overflow-x: auto; }
</style>
</head>
<body>
<h1>Gatehouse</h1>
<p class="lead">One OpenAI- and Anthropic-compatible endpoint in front of your LLM providers. It is running.</p>
<p>Point an OpenAI or Anthropic SDK at this address and use your gateway key. What can be called stands at <a href="v1/models"><code>/v1/models</code></a>.</p>
<pre>curl ORIGIN/v1/chat/completions   -H "Authorization: Bearer $KEY" -H "Content-Type: application/json"   -d '{"model": "demo", "messages": [{"role": "user", "content": "Hello"}]}'</pre>
<p>Health: <a href="health/liveliness"><code>/health/liveliness</code></a>, <a href="health/readiness"><code>/health/readiness</code></a>.</p>
<script>document.querySelector("pre").textContent = document.querySelector("pre").textContent.replace("ORIGIN", location.origin)</script>
</body>
</html>
)";
    inbound.reply->send({200, {{"content-type", "text/html; charset=utf-8"}}}, page);
}

} // namespace gatehouse::admin
