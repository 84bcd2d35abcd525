<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Account</name>
    <message>
        <source>Active</source>
        <extracomment>state of a key or team: it may be used</extracomment>
        <translation>可用</translation>
    </message>
    <message>
        <source>Nearly spent</source>
        <extracomment>state of a key or team: little of its budget is left</extracomment>
        <translation>即将用尽</translation>
    </message>
    <message>
        <source>Budget reached</source>
        <extracomment>state of a key or team: nothing of its budget is left</extracomment>
        <translation>预算已用完</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>已封禁</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
</context>
<context>
    <name>AccountColumns</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>sums of money: %1 was spent of the %2 that may be</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>No budget</source>
        <translation>无预算</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Resets</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>RPM</source>
        <extracomment>a limit: requests per minute</extracomment>
        <translation>RPM</translation>
    </message>
    <message>
        <source>TPM</source>
        <extracomment>a limit: tokens per minute</extracomment>
        <translation>TPM</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>过期时间</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Default model</source>
        <translation>默认模型</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用者</translation>
    </message>
</context>
<context>
    <name>AccountFields</name>
    <message>
        <source>Budget in dollars</source>
        <translation>预算（美元）</translation>
    </message>
    <message>
        <source>Begins anew</source>
        <translation>重置周期</translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation>每分钟请求数</translation>
    </message>
    <message>
        <source>Tokens per minute</source>
        <translation>每分钟 token 数</translation>
    </message>
    <message>
        <source>Requests at once</source>
        <translation>并发请求数</translation>
    </message>
    <message>
        <source>Warn from dollars</source>
        <translation>警告金额（美元）</translation>
    </message>
    <message>
        <source>From this amount on a warning is given; nothing is refused.</source>
        <translation>达到此金额时发出警告，但不拒绝任何请求。</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>None ticked: all models.</source>
        <translation>均未勾选：所有模型。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What uses it, for example an application. Each name once.</source>
        <translation>使用它的对象，例如某个应用。名称不可重复。</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>过期时间</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>With commas between them. Every request with this key carries them.</source>
        <translation>用逗号分隔。使用此密钥的每个请求都会带上这些标签。</translation>
    </message>
    <message>
        <source>Shared budget</source>
        <translation>共享预算</translation>
    </message>
    <message>
        <source>Its limits hold where the key has none of its own.</source>
        <translation>密钥自身未设限制时，使用共享预算的限制。</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Empty: one is made up.</source>
        <translation>留空则自动生成。</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>As your application names the customer in its requests.</source>
        <translation>应用在请求中对该客户使用的名称。</translation>
    </message>
    <message>
        <source>Or limits of its own:</source>
        <translation>或单独设置限制：</translation>
    </message>
    <message>
        <source>Default model</source>
        <translation>默认模型</translation>
    </message>
    <message>
        <source>For requests that name none.</source>
        <translation>用于未指定模型的请求。</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Issue key…</source>
        <translation>签发密钥…</translation>
    </message>
    <message>
        <source>No keys yet. Issue one for each application, so that you see what it uses and can limit it.</source>
        <translation>尚无密钥。请为每个应用签发一个，以便查看其用量并加以限制。</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Add team…</source>
        <translation>添加团队…</translation>
    </message>
    <message>
        <source>No teams yet. A team shares models, limits and a budget among its members and their keys.</source>
        <translation>尚无团队。团队的成员及其密钥共享模型、限制和预算。</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Add user…</source>
        <translation>添加用户…</translation>
    </message>
    <message>
        <source>No users yet. A user owns keys, has a role, and may have a budget of their own.</source>
        <translation>尚无用户。用户拥有密钥和角色，还可以有自己的预算。</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Add customer…</source>
        <translation>添加客户…</translation>
    </message>
    <message>
        <source>No customers yet. A customer is the end user that your application names in its requests.</source>
        <translation>尚无客户。客户是应用在请求中指明的最终用户。</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Add budget…</source>
        <translation>添加预算…</translation>
    </message>
    <message>
        <source>No shared budgets yet. Keys and customers can refer to one; each of them has all of it for itself.</source>
        <translation>尚无共享预算。密钥和客户可以引用共享预算；每个引用者各自享有全额。</translation>
    </message>
</context>
<context>
    <name>AddModel</name>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Working out what changes…</source>
        <translation>正在计算更改…</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>添加模型</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
</context>
<context>
    <name>Aliases</name>
    <message>
        <source>%1, weight %2</source>
        <extracomment>one of several models behind a name: %1 is the model, %2 its weight</extracomment>
        <translation>%1，权重 %2</translation>
    </message>
    <message>
        <source>Other name</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Stands for</source>
        <translation>指向</translation>
    </message>
    <message>
        <source>In the list of models</source>
        <translation>在模型列表中</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>列出</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>Master key</source>
        <extracomment>who changed something, where nobody but the holder of that key is known</extracomment>
        <translation>主密钥</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Nothing was changed yet. Whatever is administered leaves a line here: who did what to a key, a team or a model.</source>
        <translation>尚无更改。所有管理操作都会在此留下一行：谁对密钥、团队或模型做了什么。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Member of a team</source>
        <translation>团队成员</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Member of an organization</source>
        <translation>组织成员</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Access group</source>
        <translation>访问组</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>凭据</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Deleted key</source>
        <translation>已删除的密钥</translation>
    </message>
    <message>
        <source>Deleted team</source>
        <translation>已删除的团队</translation>
    </message>
    <message>
        <source>created</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>封禁</translation>
    </message>
    <message>
        <source>unblocked</source>
        <translation>解除封禁</translation>
    </message>
    <message>
        <source>rotated</source>
        <translation>轮换</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>Autostart</name>
    <message>
        <source>%1 cannot be changed: %2</source>
        <extracomment>%1 is a file, %2 what the system says</extracomment>
        <translation>无法更改 %1：%2</translation>
    </message>
</context>
<context>
    <name>BodyText</name>
    <message>
        <source>(%1 more characters)</source>
        <extracomment>stands in place of a part of a long text</extracomment>
        <translation>（还有 %1 个字符）</translation>
    </message>
</context>
<context>
    <name>BudgetBox</name>
    <message>
        <source>Requests in the last minute</source>
        <translation>最近一分钟的请求数</translation>
    </message>
    <message>
        <source>Tokens in the last minute</source>
        <translation>最近一分钟的 token 数</translation>
    </message>
    <message>
        <source>Requests running</source>
        <translation>进行中的请求</translation>
    </message>
</context>
<context>
    <name>BudgetOutlook</name>
    <message>
        <source>d MMM</source>
        <extracomment>a day near a budget: how day and month are written, see QDate::toString</extracomment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>money spent of a budget</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Used up</source>
        <translation>已用完</translation>
    </message>
    <message>
        <source>Used up until %1</source>
        <extracomment>a budget; %1 is a time or a day</extracomment>
        <translation>已用完，%1 重置</translation>
    </message>
    <message>
        <source>Used up by %1 at this rate</source>
        <extracomment>a budget, if money goes on being spent like this; %1 is a time or a day</extracomment>
        <translation>照此速度将于 %1 用完</translation>
    </message>
    <message>
        <source>About %1 by %2</source>
        <extracomment>%1 is a sum of money, %2 a time or a day when a budget begins anew</extracomment>
        <translation>到 %2 约为 %1</translation>
    </message>
    <message>
        <source>Begins anew %1</source>
        <extracomment>a budget; %1 is a time or a day</extracomment>
        <translation>%1 重置</translation>
    </message>
</context>
<context>
    <name>Budgets</name>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
</context>
<context>
    <name>CacheTab</name>
    <message>
        <source>The provider read most of the prompt from its cache.</source>
        <translation>提供商从缓存中读取了大部分提示词。</translation>
    </message>
    <message>
        <source>The provider read a part of the prompt from its cache.</source>
        <translation>提供商从缓存中读取了部分提示词。</translation>
    </message>
    <message>
        <source>The provider&apos;s cache was missed.</source>
        <translation>未命中提供商的缓存。</translation>
    </message>
    <message>
        <source>This is the first call of its conversation: there was nothing to read from a cache.</source>
        <translation>这是该对话的首次调用：没有可从缓存读取的内容。</translation>
    </message>
    <message>
        <source>The provider did not say what its cache did.</source>
        <translation>提供商未说明其缓存情况。</translation>
    </message>
</context>
<context>
    <name>Callbacks</name>
    <message>
        <source>all requests</source>
        <translation>所有请求</translation>
    </message>
    <message>
        <source>answered requests</source>
        <translation>已回答的请求</translation>
    </message>
    <message>
        <source>failed requests</source>
        <translation>失败的请求</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <extracomment>reports to a server: %1 is how many were sent</extracomment>
        <translation>已发送 %1</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <extracomment>reports to a server: %1 is how many wait</extracomment>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <extracomment>reports to a server: %1 is how many it did not take</extracomment>
        <translation>被拒 %1</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <extracomment>reports to a server: %1 is how many found no room</extracomment>
        <translation>丢弃 %1</translation>
    </message>
    <message>
        <source>%1 on disk</source>
        <extracomment>reports to a server: %1 is their size, such as 3 MB</extracomment>
        <translation>磁盘上 %1</translation>
    </message>
    <message>
        <source>In trouble</source>
        <translation>出现故障</translation>
    </message>
    <message>
        <source>Delivers</source>
        <translation>正常送达</translation>
    </message>
    <message>
        <source>Nothing sent yet</source>
        <translation>尚未发送</translation>
    </message>
    <message>
        <source>At /metrics</source>
        <translation>位于 /metrics</translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation>未生效</translation>
    </message>
    <message>
        <source>alerts</source>
        <translation>警报</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>created</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>封禁</translation>
    </message>
    <message>
        <source>unblocked</source>
        <translation>解除封禁</translation>
    </message>
    <message>
        <source>rotated</source>
        <translation>轮换</translation>
    </message>
    <message>
        <source>%1 with the master key</source>
        <extracomment>a change in a list: %1 says what (&quot;blocked&quot;)</extracomment>
        <translation>使用主密钥%1</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <extracomment>a change in a list: %1 says what (&quot;blocked&quot;), %2 who did it</extracomment>
        <translation>由 %2 %1</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>d MMM</source>
        <extracomment>a day under a chart: how day and month are written, see QDate::toString</extracomment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <extracomment>a day beside the figures of a chart, see QDate::toString</extracomment>
        <translation>M月d日 dddd</translation>
    </message>
</context>
<context>
    <name>Connect</name>
    <message>
        <source>Environment</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Key in the environment</source>
        <translation>密钥放在环境变量中</translation>
    </message>
    <message>
        <source>Set ANTHROPIC_BASE_URL and ANTHROPIC_AUTH_TOKEN. It asks for models by Anthropic&apos;s names: offer these, as groups or aliases, or choose one of yours here.</source>
        <translation>设置 ANTHROPIC_BASE_URL 和 ANTHROPIC_AUTH_TOKEN。它按 Anthropic 的名称请求模型：请以分组或别名提供这些名称，或在此选择您自己的模型。</translation>
    </message>
    <message>
        <source>Add a provider that speaks the Responses API, and make it the one that is used. The app and the extensions of Codex read the same file.</source>
        <translation>添加一个使用 Responses API 的提供商，并将其设为所用的提供商。Codex 的应用和扩展读取同一个文件。</translation>
    </message>
    <message>
        <source>Set GOOGLE_GEMINI_BASE_URL and GEMINI_API_KEY, and choose “Use Gemini API Key” when it asks how to sign in.</source>
        <translation>设置 GOOGLE_GEMINI_BASE_URL 和 GEMINI_API_KEY，并在询问登录方式时选择“Use Gemini API Key”。</translation>
    </message>
    <message>
        <source>Add a provider of the kind “OpenAI compatible” with the models of this gateway; /models then lists them.</source>
        <translation>添加一个“OpenAI compatible”类型的提供商，包含此网关的模型；之后 /models 会列出它们。</translation>
    </message>
    <message>
        <source>Add a model of provider “openai” whose apiBase is this gateway to its config.yaml.</source>
        <translation>在其 config.yaml 中添加一个 provider 为“openai”、apiBase 指向此网关的模型。</translation>
    </message>
    <message>
        <source>Choose “OpenAI Compatible” as the API provider in Cline&apos;s settings and fill in these three fields.</source>
        <translation>在 Cline 的设置中将 API 提供商选为“OpenAI Compatible”，并填写这三个字段。</translation>
    </message>
    <message>
        <source>Add an OpenAI-compatible provider to Zed&apos;s settings.json; the key goes into its dialog for providers, or into the environment. max_tokens is how much the model can read.</source>
        <translation>在 Zed 的 settings.json 中添加一个兼容 OpenAI 的提供商；密钥填入其提供商对话框，或放入环境变量。max_tokens 是模型可读取的长度。</translation>
    </message>
    <message>
        <source>Add an OpenAI connection in the admin settings, or set the variables before the first start. In a container this computer is host.docker.internal and not 127.0.0.1.</source>
        <translation>在管理员设置中添加 OpenAI 连接，或在首次启动前设置这些变量。在容器中，这台计算机是 host.docker.internal 而不是 127.0.0.1。</translation>
    </message>
    <message>
        <source>Cursor&apos;s own servers ask the model, not the program on your computer: they cannot reach localhost or a private network. It works only with a gateway that has a public https address.</source>
        <translation>向模型发出请求的是 Cursor 自己的服务器，而不是您计算机上的程序：它们无法访问 localhost 或私有网络。只有具有公开 https 地址的网关才可用。</translation>
    </message>
    <message>
        <source>Give the client base_url and api_key, or set two variables and change no code.</source>
        <translation>为客户端提供 base_url 和 api_key，或设置两个变量而无需改动代码。</translation>
    </message>
    <message>
        <source>Put litellm_proxy/ before the name of the model and set the two variables of LiteLLM&apos;s proxy.</source>
        <translation>在模型名称前加上 litellm_proxy/，并设置 LiteLLM 代理的两个变量。</translation>
    </message>
    <message>
        <source>Send the key as a bearer token to the door of the API that you speak.</source>
        <translation>将密钥作为 bearer 令牌发送到您所用 API 的端点。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 is too large for settings.</source>
        <translation>%1 过大，不像是设置文件。</translation>
    </message>
    <message>
        <source>%1 is written in a way that cannot be changed here without losing something. Copy the text below into it.</source>
        <translation>%1 的写法无法在此更改而不丢失内容。请将下方文本复制进去。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>The file was changed meanwhile. Nothing was written; look again.</source>
        <translation>文件在此期间已被更改。未写入任何内容；请重新查看。</translation>
    </message>
    <message>
        <source>%1 cannot be removed.</source>
        <translation>无法删除 %1。</translation>
    </message>
</context>
<context>
    <name>ConversationTab</name>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Developer</source>
        <translation>开发者</translation>
    </message>
    <message>
        <source>User</source>
        <extracomment>who wrote a message to a model</extracomment>
        <translation>用户</translation>
    </message>
    <message>
        <source>Assistant</source>
        <extracomment>who wrote a message: the model</extracomment>
        <translation>助手</translation>
    </message>
    <message>
        <source>Tool</source>
        <extracomment>who wrote a message: a tool that the model called</extracomment>
        <translation>工具</translation>
    </message>
</context>
<context>
    <name>CostTab</name>
    <message>
        <source>Input tokens</source>
        <translation>输入 token</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>输出 token</translation>
    </message>
    <message>
        <source>Input read from the cache</source>
        <translation>从缓存读取的输入</translation>
    </message>
    <message>
        <source>Input written to the cache</source>
        <translation>写入缓存的输入</translation>
    </message>
    <message>
        <source>Input written to the cache for an hour</source>
        <translation>写入缓存一小时的输入</translation>
    </message>
    <message>
        <source>Reasoning tokens</source>
        <translation>推理 token</translation>
    </message>
    <message>
        <source>Audio input tokens</source>
        <translation>音频输入 token</translation>
    </message>
    <message>
        <source>Audio output tokens</source>
        <translation>音频输出 token</translation>
    </message>
    <message>
        <source>Image input tokens</source>
        <translation>图像输入 token</translation>
    </message>
    <message>
        <source>Image output tokens</source>
        <translation>图像输出 token</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Failed or refused</source>
        <translation>失败或被拒</translation>
    </message>
    <message>
        <source>Answered</source>
        <extracomment>requests that got an answer</extracomment>
        <translation>已回答</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token 数</translation>
    </message>
    <message>
        <source>Input</source>
        <extracomment>tokens of questions, those not read from a provider&apos;s cache</extracomment>
        <translation>输入</translation>
    </message>
    <message>
        <source>Cached input</source>
        <translation>缓存输入</translation>
    </message>
    <message>
        <source>Output</source>
        <extracomment>tokens of answers</extracomment>
        <translation>输出</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
</context>
<context>
    <name>Deployment</name>
    <message>
        <source>Ready</source>
        <extracomment>a deployment that takes requests</extracomment>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Being tried again</source>
        <extracomment>a deployment that has rested: one request at a time tries it</extracomment>
        <translation>重新试探中</translation>
    </message>
    <message>
        <source>Resting</source>
        <extracomment>a deployment that gets no requests for a while after failures</extracomment>
        <translation>冷却中</translation>
    </message>
    <message>
        <source>Disabled</source>
        <extracomment>a deployment that an administrator has taken out of use</extracomment>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <extracomment>a deployment whose entry in the configuration is wrong</extracomment>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>how long something still lasts; %1 is a number of seconds</extracomment>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Summary</source>
        <extracomment>a tab of the details of a request</extracomment>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Wires</source>
        <extracomment>a tab of the details of a request: the raw requests and responses as they passed</extracomment>
        <translation>原始报文</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Cache</source>
        <extracomment>a tab of the details of a request: the provider&apos;s prompt cache</extracomment>
        <translation>缓存</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>%1 refuses the key</source>
        <extracomment>%1 is a provider</extracomment>
        <translation>%1 拒绝了密钥</translation>
    </message>
    <message>
        <source>Replace key</source>
        <translation>更换密钥</translation>
    </message>
    <message>
        <source>%1 does not allow this</source>
        <extracomment>%1 is a provider</extracomment>
        <translation>%1 不允许此操作</translation>
    </message>
    <message>
        <source>%1 is asked too often</source>
        <extracomment>%1 is a provider</extracomment>
        <translation>对 %1 的请求过于频繁</translation>
    </message>
    <message>
        <source>Raise the limit there, or add a fallback</source>
        <translation>在提供商处提高限制，或添加回退</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>%1 does not answer in time</source>
        <extracomment>%1 is a provider</extracomment>
        <translation>%1 未及时响应</translation>
    </message>
    <message>
        <source>Add a fallback, or allow more time</source>
        <translation>添加回退，或延长超时时间</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <extracomment>%1 is a provider</extracomment>
        <translation>无法连接 %1</translation>
    </message>
    <message>
        <source>Check the address and the network</source>
        <translation>检查地址和网络</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>%1 does not know the model</source>
        <extracomment>%1 is a provider</extracomment>
        <translation>%1 没有此模型</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The prompt is too long</source>
        <translation>提示词过长</translation>
    </message>
    <message>
        <source>Add a fallback with a larger context</source>
        <translation>添加上下文更大的回退</translation>
    </message>
    <message>
        <source>%1 rejects the content</source>
        <extracomment>%1 is a provider</extracomment>
        <translation>%1 拒绝了内容</translation>
    </message>
    <message>
        <source>Look at what was asked</source>
        <translation>查看提问内容</translation>
    </message>
    <message>
        <source>%1 does not understand the request</source>
        <extracomment>%1 is a provider</extracomment>
        <translation>%1 无法理解请求</translation>
    </message>
    <message>
        <source>Look at what was sent</source>
        <translation>查看发送的内容</translation>
    </message>
    <message>
        <source>%1 fails</source>
        <extracomment>%1 is a provider</extracomment>
        <translation>%1 出现故障</translation>
    </message>
    <message>
        <source>Add a fallback, or wait until it is well</source>
        <translation>添加回退，或等待其恢复</translation>
    </message>
    <message>
        <source>A client sends an unknown key</source>
        <translation>有客户端发送了未知密钥</translation>
    </message>
    <message>
        <source>Issue a key for it</source>
        <translation>为其签发密钥</translation>
    </message>
    <message>
        <source>Issue key</source>
        <translation>签发密钥</translation>
    </message>
    <message>
        <source>%1 may not do this</source>
        <extracomment>%1 is a key</extracomment>
        <translation>%1 无权执行此操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>%1 has used up a budget</source>
        <extracomment>%1 is a key</extracomment>
        <translation>%1 已用完预算</translation>
    </message>
    <message>
        <source>Raise it, or wait until it begins anew</source>
        <translation>提高预算，或等待其重置</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>%1 is turned away</source>
        <extracomment>%1 is a key</extracomment>
        <translation>%1 被拒绝</translation>
    </message>
    <message>
        <source>Requests that cannot be served</source>
        <translation>无法处理的请求</translation>
    </message>
    <message>
        <source>Refused by the gateway</source>
        <translation>被网关拒绝</translation>
    </message>
    <message>
        <source>Look at the requests</source>
        <translation>查看请求</translation>
    </message>
    <message numerus="yes">
        <source>%n×</source>
        <extracomment>how often something happened</extracomment>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Last at %1: %2</source>
        <extracomment>when something last happened; %1 is a time, %2 an error message</extracomment>
        <translation>最近一次 %1：%2</translation>
    </message>
    <message>
        <source>Wrong or expired: replace it</source>
        <translation>错误或已过期：请更换</translation>
    </message>
    <message>
        <source>Its key may not use this model</source>
        <translation>其密钥不可使用此模型</translation>
    </message>
    <message>
        <source>Withdrawn? Choose another model</source>
        <translation>已下线？请选择其他模型</translation>
    </message>
    <message>
        <source>Allow the model for the key or its team</source>
        <translation>允许该密钥或其团队使用此模型</translation>
    </message>
    <message>
        <source>Over a limit, or all deployments rest</source>
        <translation>超出限制，或所有部署都在冷却</translation>
    </message>
    <message>
        <source>Unknown model or malformed request</source>
        <translation>未知模型或请求格式错误</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>No provider was asked</source>
        <translation>未请求任何提供商</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n 次尝试</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fallback(s)</source>
        <translation>
            <numerusform>%n 次回退</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <extracomment>numbers of tokens: %1 in the question, %2 in the answer</extracomment>
        <translation>输入 %1，输出 %2</translation>
    </message>
    <message>
        <source>%1 cached</source>
        <extracomment>%1 is a number of tokens</extracomment>
        <translation>缓存 %1</translation>
    </message>
    <message>
        <source>%1 for reasoning</source>
        <extracomment>%1 is a number of tokens</extracomment>
        <translation>推理 %1</translation>
    </message>
    <message>
        <source>%1, first token after %2</source>
        <extracomment>durations: %1 in all, %2 until the answer began</extracomment>
        <translation>%1，首个 token 用时 %2</translation>
    </message>
    <message>
        <source>streamed</source>
        <translation>流式</translation>
    </message>
    <message>
        <source>in one piece</source>
        <translation>一次性返回</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到达时间</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>调用方</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态码</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Model group</source>
        <translation>模型组</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token 数</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Call ID</source>
        <translation>调用 ID</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>No limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>“%1” is not an amount of money.</source>
        <translation>“%1”不是有效金额。</translation>
    </message>
    <message>
        <source>“%1” is not a whole number.</source>
        <translation>“%1”不是整数。</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>永不</translation>
    </message>
    <message>
        <source>%1, as it is</source>
        <extracomment>%1 is a date: when a key expires</extracomment>
        <translation>%1（保持不变）</translation>
    </message>
    <message numerus="yes">
        <source>In %n day(s)</source>
        <translation>
            <numerusform>%n 天后</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message>
        <source>The limit is reached. The budget begins anew at %1.</source>
        <extracomment>%1 is a time of today</extracomment>
        <translation>已达到限制。预算将于 %1 重置。</translation>
    </message>
    <message>
        <source>The limit is reached. The budget begins anew on %1.</source>
        <extracomment>%1 is a date</extracomment>
        <translation>已达到限制。预算将于 %1 重置。</translation>
    </message>
    <message>
        <source>At this rate it reaches its limit at %1.</source>
        <extracomment>%1 is a time of today</extracomment>
        <translation>照此速度将于 %1 达到限制。</translation>
    </message>
    <message>
        <source>At this rate it reaches its limit on %1.</source>
        <extracomment>%1 is a date</extracomment>
        <translation>照此速度将于 %1 达到限制。</translation>
    </message>
    <message>
        <source>The limit is reached, and the budget does not begin anew.</source>
        <translation>已达到限制，且预算不会重置。</translation>
    </message>
    <message>
        <source>At this rate it ends at %1, within the limit.</source>
        <extracomment>%1 is an amount of money: what will be spent at the end of the budget&apos;s period</extracomment>
        <translation>照此速度，期末花费为 %1，未超出限制。</translation>
    </message>
</context>
<context>
    <name>GatewayFacts</name>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>%1, and %2 are free on the disk</source>
        <extracomment>%1 is how large a database is, %2 what is free on its disk</extracomment>
        <translation>%1，磁盘剩余 %2</translation>
    </message>
    <message>
        <source>Its size</source>
        <translation>数据库大小</translation>
    </message>
    <message>
        <source>Log of requests</source>
        <translation>请求日志</translation>
    </message>
    <message>
        <source>None is kept</source>
        <translation>不保留</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>%1 since %2, some %3</source>
        <extracomment>%1 is a number of requests, %2 the day of the oldest one, %3 a size in bytes</extracomment>
        <translation>自 %2 起 %1 个，约 %3</translation>
    </message>
    <message>
        <source>%1 of at most %2</source>
        <extracomment>%1 is what there is, %2 the most there may be, such as &quot;512 MB&quot;</extracomment>
        <translation>%1（上限 %2）</translation>
    </message>
    <message>
        <source>%1 on disk (%2), %3 in memory (%4)</source>
        <extracomment>exchanges that are kept: %1 is how many on disk, %2 their size, %3 how many in memory, %4 their size</extracomment>
        <translation>磁盘上 %1 个 (%2)，内存中 %3 个 (%4)</translation>
    </message>
    <message>
        <source>Exchanges</source>
        <translation>往来报文</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>流水日志</translation>
    </message>
    <message>
        <source>Cannot be written: requests are refused until the disk has room</source>
        <translation>无法写入：在磁盘有可用空间之前拒绝请求</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>None (http)</source>
        <translation>无 (http)</translation>
    </message>
    <message>
        <source>Master key</source>
        <translation>主密钥</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>已设置</translation>
    </message>
    <message>
        <source>None: whoever reaches the address may call, and change everything</source>
        <translation>无：任何能访问此地址的人都可以调用并更改一切</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Runs since</source>
        <translation>启动时间</translation>
    </message>
</context>
<context>
    <name>Guardrails</name>
    <message>
        <source>request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>request, beside the provider</source>
        <translation>请求，与提供商并行</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>what is logged</source>
        <translation>被记录的内容</translation>
    </message>
    <message>
        <source>else: %1</source>
        <translation>否则：%1</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>Drill, %1</source>
        <extracomment>a simulated outage of a provider; %1 is how long it still lasts</extracomment>
        <translation>演练，%1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a state that ends by itself: %1 is &quot;Resting&quot;, %2 how long it still lasts</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>No requests in the last hour</source>
        <translation>最近一小时没有请求</translation>
    </message>
    <message>
        <source>95 %: %1</source>
        <extracomment>%1 is a duration that 95 of 100 answers did not exceed</extracomment>
        <translation>95 %：%1</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <extracomment>%1 is a share of the requests, in percent</extracomment>
        <translation>%1 失败</translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n 个进行中</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MembersDialog</name>
    <message>
        <source>Team administrator</source>
        <translation>团队管理员</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>In a drill</source>
        <translation>演练中</translation>
    </message>
    <message>
        <source>Resting, %1 s</source>
        <extracomment>a deployment rests: %1 is a number of seconds</extracomment>
        <translation>冷却中，%1 秒</translation>
    </message>
    <message>
        <source>The gateway cannot use this entry of the configuration file. Settings shows what is wrong with it.</source>
        <translation>网关无法使用配置文件中的此条目。具体问题请见“设置”。</translation>
    </message>
    <message>
        <source>weight %1</source>
        <translation>权重 %1</translation>
    </message>
    <message>
        <source>order %1</source>
        <translation>顺序 %1</translation>
    </message>
    <message>
        <source>%1 requests a minute</source>
        <translation>每分钟 %1 个请求</translation>
    </message>
    <message>
        <source>%1 tokens a minute</source>
        <translation>每分钟 %1 个 token</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Included file</source>
        <translation>包含的文件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Keychain: %1</source>
        <extracomment>where a key is kept: %1 is its name</extracomment>
        <translation>密钥串：%1</translation>
    </message>
    <message>
        <source>Variable %1</source>
        <extracomment>an environment variable: %1 is its name</extracomment>
        <translation>变量 %1</translation>
    </message>
    <message>
        <source>File %1</source>
        <extracomment>where a key is kept: %1 is a path</extracomment>
        <translation>文件 %1</translation>
    </message>
    <message>
        <source>Credential: %1</source>
        <extracomment>where a key is kept: %1 is the name of a credential</extracomment>
        <translation>凭据：%1</translation>
    </message>
    <message>
        <source>In clear in the file</source>
        <translation>明文存于文件</translation>
    </message>
    <message>
        <source>Sealed in the database</source>
        <translation>加密存于数据库</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Provider and model</source>
        <translation>提供商和模型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Price in / out</source>
        <translation>输入 / 输出价格</translation>
    </message>
    <message>
        <source>Dollars for a million tokens read and written</source>
        <translation>每百万输入和输出 token 的美元价格</translation>
    </message>
    <message>
        <source>Weight and limits</source>
        <translation>权重与限制</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>存放位置</translation>
    </message>
    <message>
        <source>Deployment id</source>
        <translation>部署 ID</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>no models yet</source>
        <translation>尚无模型</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Keys &amp; budgets</source>
        <translation>密钥与预算</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Traffic</source>
        <extracomment>a page of the window: the requests and their answers</extracomment>
        <translation>流量</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Playground</source>
        <extracomment>a page of the window: a question to several models at once</extracomment>
        <translation>试验场</translation>
    </message>
    <message>
        <source>Changes</source>
        <extracomment>a page of the window: who changed what and when</extracomment>
        <translation>更改</translation>
    </message>
    <message>
        <source>Connect</source>
        <extracomment>a page of the window: how programs are pointed at this gateway</extracomment>
        <translation>连接</translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation>护栏</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Add a model</source>
        <translation>添加模型</translation>
    </message>
    <message>
        <source>Issue a key</source>
        <translation>签发密钥</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>添加提供商</translation>
    </message>
    <message>
        <source>Dry run of a request</source>
        <translation>请求的试运行</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>快速入门</translation>
    </message>
    <message>
        <source>Deployments and their state</source>
        <translation>部署及其状态</translation>
    </message>
    <message>
        <source>Rules of routing</source>
        <translation>路由规则</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Failed requests</source>
        <translation>失败的请求</translation>
    </message>
    <message>
        <source>Requests under way</source>
        <translation>进行中的请求</translation>
    </message>
    <message>
        <source>Appearance and language</source>
        <translation>外观与语言</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>所有设置</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>配置文件</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Action</source>
        <extracomment>what is done when it is chosen</extracomment>
        <translation>操作</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Requests with “%1”</source>
        <translation>包含“%1”的请求</translation>
    </message>
</context>
<context>
    <name>Period</name>
    <message>
        <source>Hourly</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Yearly</source>
        <translation>每年</translation>
    </message>
</context>
<context>
    <name>ProviderCards</name>
    <message numerus="yes">
        <source>%n deployment(s)</source>
        <translation>
            <numerusform>%n 个部署</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 errors in 24 h</source>
        <extracomment>%1 is a share, as in 0.2 %</extracomment>
        <translation>24 小时内错误率 %1</translation>
    </message>
    <message>
        <source>Latency %1</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>延迟 %1</translation>
    </message>
</context>
<context>
    <name>ProviderKeys</name>
    <message>
        <source>Paste the key</source>
        <translation>粘贴密钥</translation>
    </message>
    <message>
        <source>The key of %1 is kept.</source>
        <translation>%1 的密钥已保存。</translation>
    </message>
    <message>
        <source>Use the new key of %1</source>
        <translation>使用 %1 的新密钥</translation>
    </message>
    <message>
        <source>Key of %1</source>
        <translation>%1 的密钥</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Kept in the keychain of this computer as “%1”. The configuration only names it.</source>
        <translation>以“%1”为名保存在此计算机的密钥串中。配置中仅引用该名称。</translation>
    </message>
    <message>
        <source>Kept sealed in the gateway&apos;s database as “%1”. The configuration only names it.</source>
        <translation>以“%1”为名加密保存在网关的数据库中。配置中仅引用该名称。</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新密钥</translation>
    </message>
    <message>
        <source>Paste the key first.</source>
        <translation>请先粘贴密钥。</translation>
    </message>
    <message>
        <source>Keeping the key…</source>
        <translation>正在保存密钥…</translation>
    </message>
    <message>
        <source>Remove the key of %1</source>
        <translation>移除 %1 的密钥</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>“%1” is deleted from the keychain of this computer. This cannot be undone.</source>
        <translation>“%1”将从此计算机的密钥串中删除。此操作无法撤销。</translation>
    </message>
    <message numerus="yes">
        <source>%n deployment(s) use it and cannot answer without it.</source>
        <translation>
            <numerusform>%n 个部署正在使用它，没有它将无法回答。</numerusform>
        </translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>正在移除…</translation>
    </message>
    <message>
        <source>The key of %1 is removed.</source>
        <translation>%1 的密钥已移除。</translation>
    </message>
</context>
<context>
    <name>Range</name>
    <message>
        <source>Live</source>
        <extracomment>a range of time: what happens now, second by second</extracomment>
        <translation>实时</translation>
    </message>
    <message>
        <source>the last five minutes</source>
        <translation>最近五分钟</translation>
    </message>
    <message>
        <source>1 h</source>
        <extracomment>a range of time: one hour</extracomment>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>the last hour</source>
        <translation>最近一小时</translation>
    </message>
    <message>
        <source>24 h</source>
        <extracomment>a range of time: 24 hours</extracomment>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>the last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>7 d</source>
        <extracomment>a range of time: seven days</extracomment>
        <translation>7 天</translation>
    </message>
    <message>
        <source>the last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>30 d</source>
        <extracomment>a range of time: thirty days</extracomment>
        <translation>30 天</translation>
    </message>
    <message>
        <source>the last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
</context>
<context>
    <name>Referrers</name>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Member of a team</source>
        <translation>团队成员</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Member of an organization</source>
        <translation>组织成员</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Administrator, view only</source>
        <translation>管理员（只读）</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>User, view only</source>
        <translation>用户（只读）</translation>
    </message>
    <message>
        <source>Organization administrator</source>
        <translation>组织管理员</translation>
    </message>
</context>
<context>
    <name>Routing</name>
    <message>
        <source>Simulated outage</source>
        <translation>模拟故障</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <extracomment>%1 is a state, %2 how long it lasts still</extracomment>
        <translation>%1，剩余 %2</translation>
    </message>
    <message>
        <source>Well, %1</source>
        <translation>正常，%1</translation>
    </message>
    <message>
        <source>Failed, %1</source>
        <translation>失败，%1</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>In flight</source>
        <extracomment>requests that are being answered now</extracomment>
        <translation>进行中</translation>
    </message>
    <message>
        <source>This minute</source>
        <translation>本分钟</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Last check</source>
        <translation>上次检查</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Chat completions</source>
        <translation>聊天补全</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Responses</translation>
    </message>
    <message>
        <source>Messages (Anthropic)</source>
        <translation>Messages (Anthropic)</translation>
    </message>
    <message>
        <source>Generate content (Gemini)</source>
        <translation>生成内容 (Gemini)</translation>
    </message>
    <message>
        <source>Text completions</source>
        <translation>文本补全</translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>Image generation</source>
        <translation>图像生成</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>Rerank</source>
        <translation>重排序</translation>
    </message>
    <message>
        <source>Moderation</source>
        <translation>内容审核</translation>
    </message>
    <message>
        <source>Any failure</source>
        <translation>任何失败</translation>
    </message>
    <message>
        <source>Prompt too long</source>
        <translation>提示词过长</translation>
    </message>
    <message>
        <source>Content refused</source>
        <translation>内容被拒</translation>
    </message>
    <message>
        <source>Choose a model.</source>
        <translation>请选择模型。</translation>
    </message>
    <message>
        <source>The size of the prompt must be a number of tokens.</source>
        <translation>提示词大小必须是 token 数。</translation>
    </message>
    <message>
        <source>Most likely</source>
        <translation>最有可能</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>Rests</source>
        <translation>冷却中</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>No budget left</source>
        <translation>预算已用完</translation>
    </message>
    <message>
        <source>At its limit</source>
        <translation>已达限制</translation>
    </message>
    <message>
        <source>Of a later order</source>
        <translation>顺序靠后</translation>
    </message>
    <message>
        <source>Not chosen</source>
        <translation>未选用</translation>
    </message>
    <message>
        <source>Simulated outage: it is tried and fails</source>
        <translation>模拟故障：会被尝试并失败</translation>
    </message>
    <message>
        <source>All rest.</source>
        <translation>全部在冷却。</translation>
    </message>
    <message>
        <source>Nobody can be called: %1</source>
        <translation>没有可调用的部署：%1</translation>
    </message>
    <message>
        <source>Asked for as %1</source>
        <extracomment>%1 is another name of a model</extracomment>
        <translation>请求时使用的名称为 %1</translation>
    </message>
    <message>
        <source>Changes the request: %1</source>
        <translation>更改请求：%1</translation>
    </message>
    <message>
        <source>If that fails: %1</source>
        <translation>若失败：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered by %1, at %2</source>
        <extracomment>%1 is a model as it is called here, %2 the provider&apos;s name for it</extracomment>
        <translation>由 %1 回答，实际为 %2</translation>
    </message>
    <message>
        <source>Nobody would answer</source>
        <translation>没有模型会回答</translation>
    </message>
    <message>
        <source>The name stands for one of %1, drawn by weight.</source>
        <extracomment>%1 is a list of models, of which one is drawn</extracomment>
        <translation>此名称指向 %1 之一，按权重随机选取。</translation>
    </message>
    <message>
        <source>Refused with status %1</source>
        <translation>被拒绝，状态码 %1</translation>
    </message>
    <message>
        <source>By %1: %2</source>
        <translation>按 %1：%2</translation>
    </message>
    <message>
        <source>When this fails</source>
        <translation>当此模型失败时</translation>
    </message>
    <message>
        <source>By</source>
        <translation>失败原因</translation>
    </message>
    <message>
        <source>Order</source>
        <extracomment>the position in a list: first, second …</extracomment>
        <translation>顺序</translation>
    </message>
    <message>
        <source>This is tried</source>
        <translation>改试此模型</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Every other model</source>
        <translation>所有其他模型</translation>
    </message>
    <message>
        <source>%1, %2: number %3 is %4</source>
        <extracomment>%1 is a model, %2 why it failed (&quot;Any failure&quot;), %3 a number, %4 another model</extracomment>
        <translation>%1，%2：第 %3 个是 %4</translation>
    </message>
    <message>
        <source>Leads back in a circle: nobody is tried twice</source>
        <translation>形成循环：同一模型不会尝试两次</translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation>未生效</translation>
    </message>
    <message>
        <source>Also %1</source>
        <extracomment>other names of a model</extracomment>
        <translation>别名 %1</translation>
    </message>
    <message>
        <source>Without fallbacks of its own</source>
        <translation>自身未设回退的模型</translation>
    </message>
    <message>
        <source>There is no such model</source>
        <translation>没有此模型</translation>
    </message>
    <message>
        <source>Bad request</source>
        <translation>请求有误</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>密钥被拒</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>速率限制</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>服务器错误</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Check the fit before a call</source>
        <translation>调用前检查是否适用</translation>
    </message>
    <message>
        <source>Tries after the first</source>
        <translation>重试次数</translation>
    </message>
    <message>
        <source>Least wait between tries (s)</source>
        <translation>最短重试间隔（秒）</translation>
    </message>
    <message>
        <source>Most fallbacks of one request</source>
        <translation>单个请求的最大回退次数</translation>
    </message>
    <message>
        <source>One attempt, in all (s)</source>
        <translation>单次尝试的总时限（秒）</translation>
    </message>
    <message>
        <source>A stream, until it begins (s)</source>
        <translation>流式回答开始前的时限（秒）</translation>
    </message>
    <message>
        <source>Failures allowed in a row</source>
        <translation>允许的连续失败次数</translation>
    </message>
    <message>
        <source>Rest after that (s)</source>
        <translation>之后的冷却时间（秒）</translation>
    </message>
    <message>
        <source>Never rest</source>
        <translation>从不冷却</translation>
    </message>
    <message>
        <source>“%1” must be a number that is not below zero.</source>
        <translation>“%1”必须是不小于零的数字。</translation>
    </message>
    <message>
        <source>“%1” must be a whole number.</source>
        <translation>“%1”必须是整数。</translation>
    </message>
    <message>
        <source>One by chance, by weight.</source>
        <translation>按权重随机选一个。</translation>
    </message>
    <message>
        <source>Set weight, rpm or tpm on the deployments; without them all have the same chance.</source>
        <translation>请在部署上设置 weight、rpm 或 tpm；未设置时各部署机会均等。</translation>
    </message>
    <message>
        <source>The one with the fewest requests under way.</source>
        <translation>选进行中请求最少的一个。</translation>
    </message>
    <message>
        <source>The one whose last answers came fastest.</source>
        <translation>选最近回答最快的一个。</translation>
    </message>
    <message>
        <source>Learns from the answers; keeps to rpm and tpm.</source>
        <translation>从回答中学习；遵守 rpm 和 tpm。</translation>
    </message>
    <message>
        <source>The one with the most of its rpm and tpm left this minute.</source>
        <translation>选本分钟 rpm 和 tpm 剩余最多的一个。</translation>
    </message>
    <message>
        <source>Set rpm or tpm on the deployments.</source>
        <translation>请在部署上设置 rpm 或 tpm。</translation>
    </message>
    <message>
        <source>The cheapest.</source>
        <translation>选最便宜的一个。</translation>
    </message>
    <message>
        <source>Needs a price for each deployment; the catalogue knows most.</source>
        <translation>每个部署都需要价格；目录中已有大部分价格。</translation>
    </message>
    <message>
        <source>One by chance, by weight, among those with budget left.</source>
        <translation>在预算尚有剩余的部署中按权重随机选一个。</translation>
    </message>
    <message>
        <source>Set provider_budget_config; every strategy keeps to budgets.</source>
        <translation>请设置 provider_budget_config；所有策略都遵守预算。</translation>
    </message>
    <message>
        <source>The better of two that are expected to answer soonest; looks at speed, load, failures and limits.</source>
        <translation>从预计最快回答的两个中选较优者；考量速度、负载、失败和限制。</translation>
    </message>
    <message>
        <source>Learns from the answers; does not look at prices.</source>
        <translation>从回答中学习；不考虑价格。</translation>
    </message>
</context>
<context>
    <name>RoutingTab</name>
    <message>
        <source>Chosen</source>
        <extracomment>what became of a deployment when one had to be chosen</extracomment>
        <translation>已选用</translation>
    </message>
    <message>
        <source>Not picked</source>
        <translation>未选中</translation>
    </message>
    <message>
        <source>Tried before</source>
        <translation>已尝试过</translation>
    </message>
    <message>
        <source>Filtered out</source>
        <translation>已滤除</translation>
    </message>
    <message>
        <source>No budget left</source>
        <translation>预算已用完</translation>
    </message>
    <message>
        <source>At its limit</source>
        <translation>已达限制</translation>
    </message>
    <message>
        <source>Of a later order</source>
        <translation>顺序靠后</translation>
    </message>
    <message>
        <source>Resting</source>
        <extracomment>after failures it is left alone for a while</extracomment>
        <translation>冷却中</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>A whole number is expected.</source>
        <translation>应为整数。</translation>
    </message>
    <message>
        <source>A number is expected.</source>
        <translation>应为数字。</translation>
    </message>
    <message>
        <source>A duration is expected, such as 30, 30s, 10m or 7d.</source>
        <translation>应为时长，例如 30、30s、10m 或 7d。</translation>
    </message>
    <message>
        <source>Name where the secret is kept, os.environ/NAME or keychain/NAME, so that it does not stand in the file.</source>
        <translation>请指明机密的存放位置，os.environ/NAME 或 keychain/NAME，以免机密出现在文件中。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <extracomment>the value of a setting that is not set; %1 is that value</extracomment>
        <translation>%1（默认）</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>A value is missing.</source>
        <translation>缺少一个值。</translation>
    </message>
    <message>
        <source>Master key</source>
        <translation>主密钥</translation>
    </message>
    <message>
        <source>Addresses that may call</source>
        <translation>允许调用的地址</translation>
    </message>
    <message>
        <source>Believe X-Forwarded-For</source>
        <translation>信任 X-Forwarded-For</translation>
    </message>
    <message>
        <source>Header of the key</source>
        <translation>密钥所在的标头</translation>
    </message>
    <message>
        <source>Paths that need no key</source>
        <translation>无需密钥的路径</translation>
    </message>
    <message>
        <source>Paths for administrators only</source>
        <translation>仅限管理员的路径</translation>
    </message>
    <message>
        <source>The only paths that are served</source>
        <translation>仅提供这些路径</translation>
    </message>
    <message>
        <source>Ask for a key at /metrics</source>
        <translation>访问 /metrics 需要密钥</translation>
    </message>
    <message>
        <source>Largest request</source>
        <translation>请求大小上限</translation>
    </message>
    <message>
        <source>Leave out unknown parameters</source>
        <translation>略去未知参数</translation>
    </message>
    <message>
        <source>Mend requests</source>
        <translation>修正请求</translation>
    </message>
    <message>
        <source>Requests must name their end user</source>
        <translation>请求必须指明最终用户</translation>
    </message>
    <message>
        <source>Header that names the end user</source>
        <translation>指明最终用户的标头</translation>
    </message>
    <message>
        <source>Parameters that must be there</source>
        <translation>必须提供的参数</translation>
    </message>
    <message>
        <source>Refuse tags of callers</source>
        <translation>拒绝调用方的标签</translation>
    </message>
    <message>
        <source>Pass x- headers on to providers</source>
        <translation>将 x- 标头转发给提供商</translation>
    </message>
    <message>
        <source>Usage at the end of every stream</source>
        <translation>在每个流的末尾返回用量</translation>
    </message>
    <message>
        <source>Paths that lead to other servers</source>
        <translation>通往其他服务器的路径</translation>
    </message>
    <message>
        <source>PostgreSQL database</source>
        <translation>PostgreSQL 数据库</translation>
    </message>
    <message>
        <source>Keep models added at run time</source>
        <translation>保存运行时添加的模型</translation>
    </message>
    <message>
        <source>Force the journal onto the disk</source>
        <translation>强制将流水日志写入磁盘</translation>
    </message>
    <message>
        <source>Keep no log of requests</source>
        <translation>不保留请求日志</translation>
    </message>
    <message>
        <source>Keep prompts and answers</source>
        <translation>保留提示词和回答</translation>
    </message>
    <message>
        <source>Keep requests for</source>
        <translation>请求保留时长</translation>
    </message>
    <message>
        <source>Largest log of requests</source>
        <translation>请求日志大小上限</translation>
    </message>
    <message>
        <source>Remove old ones every</source>
        <translation>清理旧请求的间隔</translation>
    </message>
    <message>
        <source>Keep exchanges on disk</source>
        <translation>将往来报文保存到磁盘</translation>
    </message>
    <message>
        <source>Keep what was said</source>
        <translation>保留对话内容</translation>
    </message>
    <message>
        <source>Kept of each body</source>
        <translation>每个正文的保留大小</translation>
    </message>
    <message>
        <source>Disk for exchanges</source>
        <translation>往来报文的磁盘空间</translation>
    </message>
    <message>
        <source>Memory for exchanges</source>
        <translation>往来报文的内存空间</translation>
    </message>
    <message>
        <source>Longest attempt</source>
        <translation>单次尝试的最长时间</translation>
    </message>
    <message>
        <source>Longest wait for a stream to begin</source>
        <translation>等待流开始的最长时间</translation>
    </message>
    <message>
        <source>Longest attempt, where nothing else says it</source>
        <translation>单次尝试的最长时间（未另行指定时）</translation>
    </message>
    <message>
        <source>Tries after the first</source>
        <translation>重试次数</translation>
    </message>
    <message>
        <source>Least pause between two tries</source>
        <translation>最短重试间隔</translation>
    </message>
    <message>
        <source>Failures until a deployment rests</source>
        <translation>部署冷却前的失败次数</translation>
    </message>
    <message>
        <source>How long it rests</source>
        <translation>冷却时长</translation>
    </message>
    <message>
        <source>When a stream breaks off</source>
        <translation>流中断时</translation>
    </message>
    <message>
        <source>Most fallbacks of one request</source>
        <translation>单个请求的最大回退次数</translation>
    </message>
    <message>
        <source>Check certificates of providers</source>
        <translation>检查提供商的证书</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>IPv4 only</source>
        <translation>仅 IPv4</translation>
    </message>
    <message>
        <source>Requests at the same time, for each deployment</source>
        <translation>每个部署的并发请求数</translation>
    </message>
    <message>
        <source>Check deployments now and then</source>
        <translation>定期检查部署</translation>
    </message>
    <message>
        <source>Time between two checks</source>
        <translation>检查间隔</translation>
    </message>
    <message>
        <source>Pass over what fails its check</source>
        <translation>跳过未通过检查的部署</translation>
    </message>
    <message>
        <source>Told of all requests</source>
        <translation>所有请求的回调</translation>
    </message>
    <message>
        <source>Told of answered requests</source>
        <translation>已回答请求的回调</translation>
    </message>
    <message>
        <source>Told of failed requests</source>
        <translation>失败请求的回调</translation>
    </message>
    <message>
        <source>Tell them no messages</source>
        <translation>回调中不含消息内容</translation>
    </message>
    <message>
        <source>Tell nobody who asked</source>
        <translation>回调中不含调用方信息</translation>
    </message>
    <message>
        <source>Longest wait for a callback’s server</source>
        <translation>等待回调服务器的最长时间</translation>
    </message>
    <message>
        <source>Memory for reports that wait</source>
        <translation>待发报告的内存空间</translation>
    </message>
    <message>
        <source>Disk for reports that wait</source>
        <translation>待发报告的磁盘空间</translation>
    </message>
    <message>
        <source>Where alerts go</source>
        <translation>警报发送位置</translation>
    </message>
    <message>
        <source>Kinds of alerts</source>
        <translation>警报类型</translation>
    </message>
    <message>
        <source>An answer is slow after</source>
        <translation>回答视为缓慢的时限</translation>
    </message>
    <message>
        <source>Report spending every</source>
        <translation>花费报告间隔</translation>
    </message>
    <message>
        <source>Fine tuning of alerts</source>
        <translation>警报微调</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Log more</source>
        <translation>记录更多日志</translation>
    </message>
    <message>
        <source>Lines as JSON</source>
        <translation>以 JSON 输出日志行</translation>
    </message>
    <message>
        <source>Keep providers’ words out of errors</source>
        <translation>错误信息中不含提供商原文</translation>
    </message>
    <message>
        <source>Who may call</source>
        <translation>谁可以调用</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Log of requests</source>
        <translation>请求日志</translation>
    </message>
    <message>
        <source>Exchanges with all that passed</source>
        <translation>完整的往来报文</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>How long to wait</source>
        <translation>等待时长</translation>
    </message>
    <message>
        <source>When a request fails</source>
        <translation>请求失败时</translation>
    </message>
    <message>
        <source>Connections to providers</source>
        <translation>与提供商的连接</translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation>健康检查</translation>
    </message>
    <message>
        <source>Reports to callbacks</source>
        <translation>发送给回调的报告</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>Log of the program</source>
        <translation>程序日志</translation>
    </message>
    <message>
        <source>Fetch from public places only</source>
        <translation>仅从公共地址获取</translation>
    </message>
    <message>
        <source>Hosts that are allowed besides</source>
        <translation>另外允许的主机</translation>
    </message>
    <message>
        <source>Largest picture or document</source>
        <translation>图片或文档大小上限</translation>
    </message>
    <message>
        <source>Budget in dollars</source>
        <translation>预算（美元）</translation>
    </message>
    <message>
        <source>The budget begins anew after</source>
        <translation>预算重置周期</translation>
    </message>
    <message>
        <source>Budgets of providers</source>
        <translation>提供商预算</translation>
    </message>
    <message>
        <source>Budgets of tags</source>
        <translation>标签预算</translation>
    </message>
    <message>
        <source>File with models and prices</source>
        <translation>模型与价格文件</translation>
    </message>
    <message>
        <source>Budget of a new user</source>
        <translation>新用户的预算</translation>
    </message>
    <message>
        <source>A new user’s budget begins anew after</source>
        <translation>新用户的预算重置周期</translation>
    </message>
    <message>
        <source>Budget of an unknown customer</source>
        <translation>未知客户的预算</translation>
    </message>
    <message>
        <source>Or the budget that it shares</source>
        <translation>或其使用的共享预算</translation>
    </message>
    <message>
        <source>A new user begins with</source>
        <translation>新用户的初始设置</translation>
    </message>
    <message>
        <source>A new team begins with</source>
        <translation>新团队的初始设置</translation>
    </message>
    <message>
        <source>A new key begins with</source>
        <translation>新密钥的初始设置</translation>
    </message>
    <message>
        <source>The most a new key may have</source>
        <translation>新密钥的上限</translation>
    </message>
    <message>
        <source>Who may issue keys</source>
        <translation>谁可以签发密钥</translation>
    </message>
    <message>
        <source>Ask another deployment when an answer is late</source>
        <translation>回答迟迟未到时请求另一个部署</translation>
    </message>
    <message>
        <source>Join identical requests</source>
        <translation>合并相同的请求</translation>
    </message>
    <message>
        <source>Let time-outs and rate limits pass</source>
        <translation>忽略超时和速率限制</translation>
    </message>
    <message>
        <source>Only these model groups are checked</source>
        <translation>仅检查这些模型组</translation>
    </message>
    <message>
        <source>Checks at the same time</source>
        <translation>并发检查数</translation>
    </message>
    <message>
        <source>Fields left out of reports</source>
        <translation>报告中略去的字段</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>公钥</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>密钥（机密）</translation>
    </message>
    <message>
        <source>Tags of every trace</source>
        <translation>每条跟踪的标签</translation>
    </message>
    <message>
        <source>Show end users</source>
        <translation>显示最终用户</translation>
    </message>
    <message>
        <source>Show all budgets</source>
        <translation>显示所有预算</translation>
    </message>
    <message>
        <source>Labels from metadata</source>
        <translation>来自元数据的标签</translation>
    </message>
    <message>
        <source>Labels from tags</source>
        <translation>来自请求标签的标签</translation>
    </message>
    <message>
        <source>Most lines of /metrics</source>
        <translation>/metrics 的最大行数</translation>
    </message>
    <message>
        <source>Report each day’s spending</source>
        <translation>报告每日花费</translation>
    </message>
    <message>
        <source>E-mail addresses of operators</source>
        <translation>运维人员的电子邮件地址</translation>
    </message>
    <message>
        <source>Failures that are a minor outage</source>
        <translation>视为轻微故障的失败次数</translation>
    </message>
    <message>
        <source>Failures that are a major outage</source>
        <translation>视为严重故障的失败次数</translation>
    </message>
    <message>
        <source>Pictures and documents named by address</source>
        <translation>以地址指明的图片和文档</translation>
    </message>
    <message>
        <source>The whole gateway</source>
        <translation>整个网关</translation>
    </message>
    <message>
        <source>New users, teams and keys</source>
        <translation>新用户、团队和密钥</translation>
    </message>
    <message>
        <source>Late and identical requests</source>
        <translation>迟缓和相同的请求</translation>
    </message>
    <message>
        <source>Langfuse</source>
        <translation>Langfuse</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Price of a million tokens read, $</source>
        <translation>每百万输入 token 价格，$</translation>
    </message>
    <message>
        <source>Price of a million tokens written, $</source>
        <translation>每百万输出 token 价格，$</translation>
    </message>
    <message>
        <source>Price of a million cached tokens, $</source>
        <translation>每百万缓存 token 价格，$</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>每分钟请求数</translation>
    </message>
    <message>
        <source>Tokens a minute</source>
        <translation>每分钟 token 数</translation>
    </message>
    <message>
        <source>Time-out, seconds</source>
        <translation>超时，秒</translation>
    </message>
</context>
<context>
    <name>Spans</name>
    <message>
        <source>%1. %2</source>
        <extracomment>one of several tries: %1 is its number, %2 where it went</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Whole call</source>
        <translation>整个调用</translation>
    </message>
    <message>
        <source>Waited in line</source>
        <translation>排队等待</translation>
    </message>
    <message>
        <source>Checks and limits</source>
        <translation>检查与限制</translation>
    </message>
    <message>
        <source>To the caller</source>
        <translation>返回调用方</translation>
    </message>
</context>
<context>
    <name>StateWords</name>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Not running</source>
        <extracomment>State of the gateway: it could not start, or broke down</extracomment>
        <translation>未运行</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Running on %1</source>
        <extracomment>%1 is host and port</extracomment>
        <translation>正在 %1 上运行</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>已断开</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开连接</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <extracomment>%1 is host and port</extracomment>
        <translation>已连接到 %1</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>&lt; 1 ms</source>
        <translation>&lt; 1 毫秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>%1 is a number of milliseconds</extracomment>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>%1 is a number of seconds</extracomment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <extracomment>a duration: %1 minutes and %2 seconds</extracomment>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 M</source>
        <extracomment>a large number: %1 millions</extracomment>
        <translation>%1 百万</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>a share; %1 is a number</extracomment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>Top</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Keys</source>
        <extracomment>API keys</extracomment>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>团队</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n 个请求</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrafficColumns</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Done, failed, refused by the gateway, abandoned by the caller, or still running</source>
        <translation>已完成、失败、被网关拒绝、被调用方放弃，或仍在进行</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>When the request arrived</source>
        <translation>请求到达的时间</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The model asked for, and the provider&apos;s model that answered</source>
        <translation>请求的模型，以及实际回答的提供商模型</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Who answered, or was asked last</source>
        <translation>作出回答或最后被请求的提供商</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态码</translation>
    </message>
    <message>
        <source>HTTP status the caller saw</source>
        <translation>调用方收到的 HTTP 状态码</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个 token</translation>
    </message>
    <message>
        <source>Time until the answer began</source>
        <translation>回答开始前的时间</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Time until the answer was complete</source>
        <translation>回答完成所用的时间</translation>
    </message>
    <message>
        <source>In</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Tokens in the question</source>
        <translation>提问的 token 数</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>调用方</translation>
    </message>
    <message>
        <source>Name of the caller&apos;s key</source>
        <translation>调用方密钥的名称</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n fallback(s)</source>
        <extracomment>numbers: %1 attempts, of which %2 at other model groups than the one asked for</extracomment>
        <translation>
            <numerusform>%1，%n 次回退</numerusform>
        </translation>
    </message>
    <message>
        <source>Streamed</source>
        <extracomment>an answer that comes piece by piece, and one that comes as a whole</extracomment>
        <translation>流式</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>一次性</translation>
    </message>
    <message>
        <source>Tokens in the answer; while it runs, its size so far</source>
        <translation>回答的 token 数；进行中时为目前的大小</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Tokens of the question that the provider read from its cache</source>
        <translation>提问中由提供商从其缓存读取的 token 数</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>What the provider charges, by the price table</source>
        <translation>按价格表计算的提供商收费</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Team of the caller&apos;s key</source>
        <translation>调用方密钥所属的团队</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>How many deployments were tried, and how many fallbacks were taken</source>
        <translation>尝试了多少个部署，以及发生了多少次回退</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Streamed, or in one piece</source>
        <translation>流式或一次性返回</translation>
    </message>
</context>
<context>
    <name>TrafficRow</name>
    <message>
        <source>Running</source>
        <extracomment>State of a request in the table: it is being answered right now</extracomment>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>State of a request in the table: the caller got a whole answer</extracomment>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>State of a request in the table: a provider failed</extracomment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Refused</source>
        <extracomment>State of a request in the table: the gateway itself said no</extracomment>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Abandoned</source>
        <extracomment>State of a request in the table: the caller hung up before the end</extracomment>
        <translation>已放弃</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>dollars</source>
        <translation>美元</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>tokens per minute</source>
        <translation>token/分钟</translation>
    </message>
    <message>
        <source>requests per minute</source>
        <translation>请求/分钟</translation>
    </message>
    <message>
        <source>kilobytes</source>
        <translation>KB</translation>
    </message>
    <message>
        <source>megabytes</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>gigabytes</source>
        <translation>GB</translation>
    </message>
</context>
<context>
    <name>gatehouse::app::Desktop</name>
    <message>
        <source>Quit Gatehouse?</source>
        <translation>退出 Gatehouse？</translation>
    </message>
    <message>
        <source>The gateway stops, and clients get no answer until it is started again.</source>
        <translation>网关将停止，再次启动之前客户端得不到回答。</translation>
    </message>
    <message>
        <source>Gatehouse</source>
        <translation>Gatehouse</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>继续运行</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) still running. Quitting waits a short time for them and then cuts them off.</source>
        <translation>
            <numerusform>%n 个请求仍在进行。退出时会稍等片刻，然后将其中断。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::app::KeychainStore</name>
    <message>
        <source>The keychain has no key “%1”.</source>
        <translation>密钥串中没有密钥“%1”。</translation>
    </message>
    <message>
        <source>The keychain is locked or refuses. Unlock it and try again.</source>
        <translation>密钥串已锁定或拒绝访问。请解锁后重试。</translation>
    </message>
    <message>
        <source>The keychain gave no answer in time. It may wait for its password: unlock it and try again.</source>
        <translation>密钥串未及时响应。它可能在等待输入密码：请解锁后重试。</translation>
    </message>
    <message>
        <source>No keychain can be used here. Install GNOME Keyring or KWallet, or use an environment variable.</source>
        <translation>此处没有可用的密钥串。请安装 GNOME Keyring 或 KWallet，或使用环境变量。</translation>
    </message>
    <message>
        <source>A key&apos;s name has 1 to 128 letters, digits, dots, hyphens and slashes.</source>
        <translation>密钥名称由 1 到 128 个字母、数字、点、连字符和斜杠组成。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::AccountActions</name>
    <message>
        <source>Block</source>
        <translation>封禁</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>解除封禁</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n ID(s)</source>
        <translation>
            <numerusform>复制 %n 个 ID</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Raise budget by half, to %1</source>
        <extracomment>%1 is an amount of money</extracomment>
        <translation>将预算提高一半，至 %1</translation>
    </message>
    <message>
        <source>Raise budget…</source>
        <translation>提高预算…</translation>
    </message>
    <message>
        <source>Reset spend…</source>
        <translation>重置花费…</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation>轮换…</translation>
    </message>
    <message>
        <source>Members…</source>
        <translation>成员…</translation>
    </message>
    <message>
        <source>The key this window uses may not do that.</source>
        <translation>此窗口使用的密钥无权执行此操作。</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <extracomment>the foot of the window: %1 is the name of a key, team or user that was changed</extracomment>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>%n blocked</source>
        <translation>
            <numerusform>已封禁 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unblocked</source>
        <translation>
            <numerusform>已解除封禁 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is blocked</source>
        <translation>%1 已封禁</translation>
    </message>
    <message>
        <source>%1 is no longer blocked</source>
        <translation>%1 已解除封禁</translation>
    </message>
    <message>
        <source>What it has spent in this period, %1, counts as nothing from now on. Reports keep it.</source>
        <extracomment>%1 is an amount of money</extracomment>
        <translation>本周期已花费的 %1 从现在起不再计入。报告中仍会保留。</translation>
    </message>
    <message>
        <source>Reset the spend of %1?</source>
        <translation>重置 %1 的花费？</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>删除 %1？</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n selected?</source>
        <translation>
            <numerusform>删除所选的 %n 项？</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <translation>
            <numerusform>已删除 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::AccountDetail</name>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>所选项</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::AccountForm</name>
    <message>
        <source>%1: %2</source>
        <extracomment>title of a dialog: %1 is what is edited, %2 its name</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>更多选项</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>The key this window uses may not do that.</source>
        <translation>此窗口使用的密钥无权执行此操作。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::AddFallbackDialog</name>
    <message>
        <source>Add fallback</source>
        <translation>添加回退</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Every other model</source>
        <translation>所有其他模型</translation>
    </message>
    <message>
        <source>When this fails</source>
        <translation>当此模型失败时</translation>
    </message>
    <message>
        <source>By</source>
        <translation>失败原因</translation>
    </message>
    <message>
        <source>Without a list of its own, a failure of the other two kinds goes by “Any failure”.</source>
        <translation>其他两类失败若无各自的列表，则按“任何失败”处理。</translation>
    </message>
    <message>
        <source>This is tried</source>
        <translation>改试此模型</translation>
    </message>
    <message>
        <source>Behind those that are there already; the order can be changed afterwards.</source>
        <translation>排在已有回退之后；顺序可稍后更改。</translation>
    </message>
    <message>
        <source>A model cannot stand behind itself.</source>
        <translation>模型不能作为自身的回退。</translation>
    </message>
    <message>
        <source>%1 stands in this list already.</source>
        <translation>%1 已在此列表中。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::AddProviderDialog</name>
    <message>
        <source>Add a provider</source>
        <translation>添加提供商</translation>
    </message>
    <message>
        <source>Show its models</source>
        <translation>显示其模型</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Base address</source>
        <translation>基础地址</translation>
    </message>
    <message>
        <source>Choose a provider.</source>
        <translation>请选择提供商。</translation>
    </message>
    <message>
        <source>This provider needs its base address.</source>
        <translation>此提供商需要填写基础地址。</translation>
    </message>
    <message>
        <source>Keeping the key…</source>
        <translation>正在保存密钥…</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::AliasCard</name>
    <message>
        <source>Other names of models</source>
        <translation>模型别名</translation>
    </message>
    <message>
        <source>Add another name</source>
        <translation>添加别名</translation>
    </message>
    <message>
        <source>A caller may ask for a model by any of these names too.</source>
        <translation>调用方也可以用这些别名中的任意一个请求模型。</translation>
    </message>
    <message>
        <source>No model has another name yet.</source>
        <translation>尚无模型别名。</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Other names stand in the configuration file, which cannot be changed from here.</source>
        <translation>别名位于配置文件中，无法在此更改。</translation>
    </message>
    <message>
        <source>Change another name</source>
        <translation>更改别名</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Leave it out of the list of models</source>
        <translation>不在模型列表中显示</translation>
    </message>
    <message>
        <source>Other name</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Stands for</source>
        <translation>指向</translation>
    </message>
    <message>
        <source>Both names are needed.</source>
        <translation>两个名称都必须填写。</translation>
    </message>
    <message>
        <source>%1 stands for %2</source>
        <translation>%1 指向 %2</translation>
    </message>
    <message>
        <source>Remove the name %1</source>
        <translation>移除别名 %1</translation>
    </message>
    <message>
        <source>%1 stands in the file in a way that has to be changed by hand.</source>
        <translation>%1 在文件中的写法只能手动修改。</translation>
    </message>
    <message>
        <source>%1 is another name already.</source>
        <translation>%1 已经是另一个别名。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::AliasDialog</name>
    <message>
        <source>Of several models one is drawn for each request, by their weights.</source>
        <translation>有多个模型时，每个请求按权重随机选取一个。</translation>
    </message>
    <message>
        <source>Add another model</source>
        <translation>再添加一个模型</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Only a name for a single model can be left out of the list.</source>
        <translation>只有单个模型的别名可以不出现在列表中。</translation>
    </message>
    <message>
        <source>A weight is a number, 0 or more.</source>
        <translation>权重是不小于 0 的数字。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Announcement</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::AnswerPane</name>
    <message>
        <source>%1, first token after %2</source>
        <extracomment>durations: %1 in all, %2 until the answer began</extracomment>
        <translation>%1，首个 token 用时 %2</translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <extracomment>numbers of tokens: %1 in the question, %2 in the answer</extracomment>
        <translation>输入 %1，输出 %2</translation>
    </message>
    <message>
        <source>Calls the tool %1</source>
        <translation>调用工具 %1</translation>
    </message>
    <message>
        <source>The answer holds no text.</source>
        <translation>回答中没有文本。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::AuditDetail</name>
    <message>
        <source>Selected change</source>
        <translation>所选更改</translation>
    </message>
    <message>
        <source>Values before and after</source>
        <translation>更改前后的值</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>更改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>更改后</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>No value is another than before.</source>
        <translation>没有任何值发生变化。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::AuditPage</name>
    <message>
        <source>Changes of</source>
        <translation>更改对象</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部对象</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Whatever was done</source>
        <translation>全部操作</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::BudgetBox</name>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Share of the budget that is spent</source>
        <translation>预算已花费的比例</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>sums of money: %1 was spent of %2
----------
numbers: %1 are used of the %2 that may be</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>begins anew %1</source>
        <translation>%1 重置</translation>
    </message>
    <message>
        <source>warns from %1</source>
        <translation>达到 %1 时警告</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::BudgetCard</name>
    <message>
        <source>Budgets</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>All…</source>
        <extracomment>all keys and budgets</extracomment>
        <translation>全部…</translation>
    </message>
    <message>
        <source>All keys and budgets</source>
        <translation>全部密钥和预算</translation>
    </message>
    <message>
        <source>No key, team or provider has a budget. Set one on the Keys page.</source>
        <translation>没有设置了预算的密钥、团队或提供商。可在“密钥”页面设置。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::CacheTab</name>
    <message>
        <source>Prompt cache</source>
        <translation>提示词缓存</translation>
    </message>
    <message>
        <source>Nothing is known of the provider&apos;s prompt cache for this call.</source>
        <translation>此次调用没有提供商提示词缓存的信息。</translation>
    </message>
    <message>
        <source>%1 tokens read, %2 written, %3 missed</source>
        <extracomment>numbers of tokens</extracomment>
        <translation>读取 %1 个 token，写入 %2 个，未命中 %3 个</translation>
    </message>
    <message>
        <source>Compared with the call %1, %2 earlier</source>
        <extracomment>%1 is the name of a call, %2 a duration</extracomment>
        <translation>与调用 %1（早 %2）相比</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What would help</source>
        <translation>改进办法</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::CallbackCard</name>
    <message>
        <source>Callbacks and alerts</source>
        <translation>回调与警报</translation>
    </message>
    <message>
        <source>Nobody is told of requests. Name callbacks and channels of alerts below.</source>
        <translation>请求不会通知任何对象。请在下方指定回调和警报渠道。</translation>
    </message>
    <message>
        <source>Edit in the file…</source>
        <translation>在文件中编辑…</translation>
    </message>
    <message>
        <source>Addresses and keys of single callbacks: callback_settings</source>
        <translation>各个回调的地址和密钥：callback_settings</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::CallbackRow</name>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Told of %1</source>
        <translation>通知内容：%1</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>测试 %1</translation>
    </message>
    <message>
        <source>Sends a made-up report and says what came back</source>
        <translation>发送一份虚构的报告，并显示返回的结果</translation>
    </message>
    <message>
        <source>Waiting for its answer…</source>
        <translation>正在等待回答…</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ChangeDialog</name>
    <message>
        <source>Line %1: %2</source>
        <extracomment>a problem in a file: %1 is the line number, %2 what is wrong</extracomment>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Change the configuration</source>
        <translation>更改配置</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Working out what changes…</source>
        <translation>正在计算更改…</translation>
    </message>
    <message>
        <source>The file says so already: there is nothing to save.</source>
        <translation>文件中已是如此：无需保存。</translation>
    </message>
    <message>
        <source>Saving, and putting it into use…</source>
        <translation>正在保存并应用…</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>已撤销。</translation>
    </message>
    <message>
        <source>Counts from the next start of the gateway on: %1</source>
        <extracomment>%1 is a list of settings</extracomment>
        <translation>下次启动网关时生效：%1</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ChatStream</name>
    <message>
        <source>The gateway gave an unexpected answer (HTTP %1).</source>
        <extracomment>%1 is an HTTP status code such as 404</extracomment>
        <translation>网关给出了意外的应答（HTTP %1）。</translation>
    </message>
    <message>
        <source>The connection to the gateway broke off.</source>
        <translation>与网关的连接中断了。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Client</name>
    <message>
        <source>The gateway refused the administrator&apos;s key.</source>
        <translation>网关拒绝了管理员密钥。</translation>
    </message>
    <message>
        <source>The gateway did not answer in time.</source>
        <translation>网关未及时响应。</translation>
    </message>
    <message>
        <source>Nothing answers at %1.</source>
        <translation>%1 没有响应。</translation>
    </message>
    <message>
        <source>The gateway gave an unexpected answer (HTTP %1).</source>
        <extracomment>%1 is an HTTP status code such as 404</extracomment>
        <translation>网关返回了意外的响应（HTTP %1）。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ClientKey</name>
    <message>
        <source>Make a key for this client</source>
        <translation>为此客户端创建密钥</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>复制密钥</translation>
    </message>
    <message>
        <source>Key of this gateway</source>
        <translation>此网关的密钥</translation>
    </message>
    <message>
        <source>A virtual key with the client&apos;s name; its budget and limits can be set under Keys &amp; budgets.</source>
        <translation>以客户端命名的虚拟密钥；可在“密钥与预算”中设置其预算和限额。</translation>
    </message>
    <message>
        <source>Paste a key, or make one</source>
        <translation>粘贴或创建一个密钥</translation>
    </message>
    <message>
        <source>This gateway asks for no key</source>
        <translation>此网关不要求密钥</translation>
    </message>
    <message>
        <source>“%1” was made. It is kept here only until you go to another gateway or quit: the gateway has but a fingerprint of it.</source>
        <translation>已创建“%1”。它仅保留到您切换网关或退出为止：网关只保存其指纹。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ClientTexts</name>
    <message>
        <source>What to copy</source>
        <translation>要复制的内容</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Text to copy</source>
        <translation>供复制的文本</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ClientView</name>
    <message>
        <source>Disconnect…</source>
        <translation>断开…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Sends one short request with this key. With a real provider this costs a few tokens.</source>
        <translation>用此密钥发送一个简短请求。使用真实提供商会消耗少量令牌。</translation>
    </message>
    <message>
        <source>The client&apos;s own choice</source>
        <translation>由客户端自行选择</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>尚无模型</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Its file names %1.</source>
        <extracomment>%1 is an address</extracomment>
        <translation>其文件指向 %1。</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Drifted</source>
        <extracomment>a state: the settings of a client are not what they were when it was connected</extracomment>
        <translation>已偏离</translation>
    </message>
    <message>
        <source>Its file names %1, and not this gateway (%2).</source>
        <extracomment>%1 and %2 are addresses</extracomment>
        <translation>其文件指向 %1，而不是此网关（%2）。</translation>
    </message>
    <message>
        <source>Its file was changed since: a part of what connects it is missing.</source>
        <translation>其文件此后被更改：缺少部分连接所需的设置。</translation>
    </message>
    <message>
        <source>Only by hand</source>
        <translation>只能手动</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>连接…</translation>
    </message>
    <message>
        <source>Connect again…</source>
        <translation>重新连接…</translation>
    </message>
    <message>
        <source>Make a key for this client first, or paste one.</source>
        <translation>请先为此客户端创建或粘贴密钥。</translation>
    </message>
    <message>
        <source>The key in its file is not one of this gateway. Make one, or paste one.</source>
        <translation>其文件中的密钥不属于此网关。请创建或粘贴一个。</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <extracomment>%1 is a program, such as Claude Code</extracomment>
        <translation>连接 %1</translation>
    </message>
    <message>
        <source>Disconnect %1</source>
        <extracomment>%1 is a program, such as Claude Code</extracomment>
        <translation>断开 %1</translation>
    </message>
    <message>
        <source>Connected. Start %1 anew, and test it with one short request.</source>
        <translation>已连接。请重新启动 %1，并用一个简短请求测试。</translation>
    </message>
    <message>
        <source>Disconnected: its settings are as they were before.</source>
        <translation>已断开：其设置已恢复原样。</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>正在询问 %1…</translation>
    </message>
    <message>
        <source>Answered in %1: %2</source>
        <translation>%1 内回答：%2</translation>
    </message>
    <message>
        <source>The gateway refused this key.</source>
        <translation>网关拒绝了此密钥。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::CodeCompleter</name>
    <message>
        <source>What may stand here</source>
        <translation>此处可填写的内容</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ColumnRow</name>
    <message>
        <source>Column %1</source>
        <extracomment>for screen readers; %1 is a number from 1</extracomment>
        <translation>第 %1 列</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ConfigEditor</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>版本…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>配置文件</translation>
    </message>
    <message>
        <source>Show the file as it is; undo brings your text back</source>
        <translation>显示文件的当前内容；撤销可恢复您的文本</translation>
    </message>
    <message>
        <source>From the file as it is now to your text: − stands only in the file, + only in your text.</source>
        <translation>从文件当前内容到您的文本：− 仅在文件中，+ 仅在您的文本中。</translation>
    </message>
    <message>
        <source>The gateway is stopped. Start it to change its configuration.</source>
        <translation>网关已停止。启动后可更改其配置。</translation>
    </message>
    <message>
        <source>The configuration file cannot be shown. %1</source>
        <translation>无法显示配置文件。%1</translation>
    </message>
    <message>
        <source>Reading the configuration file…</source>
        <translation>正在读取配置文件…</translation>
    </message>
    <message>
        <source>This file can only be read here. %1</source>
        <translation>此文件在此处只读。%1</translation>
    </message>
    <message>
        <source>This is the demo&apos;s configuration. Saving makes a file of it, which the gateway uses from then on.</source>
        <translation>这是演示配置。保存后将生成文件，网关此后使用该文件。</translation>
    </message>
    <message>
        <source>The file has errors. The last good configuration stays in use.</source>
        <translation>文件有错误。仍使用上一个有效的配置。</translation>
    </message>
    <message>
        <source>Your text could not be checked. %1</source>
        <translation>无法检查您的文本。%1</translation>
    </message>
    <message>
        <source>Edit the configuration file</source>
        <translation>编辑配置文件</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ConnectDialog</name>
    <message>
        <source>Connect to a gateway</source>
        <translation>连接到网关</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>The base URL that clients use, with or without /v1.</source>
        <translation>客户端使用的基础 URL，带或不带 /v1 均可。</translation>
    </message>
    <message>
        <source>Admin key</source>
        <translation>管理员密钥</translation>
    </message>
    <message>
        <source>Its master key, or the key of a proxy admin. It is kept in this computer&apos;s keychain.</source>
        <translation>网关的主密钥，或代理管理员的密钥。密钥保存在此计算机的密钥串中。</translation>
    </message>
    <message>
        <source>This is no address. It looks like https://gateway.example:4000</source>
        <translation>这不是有效地址。地址形如 https://gateway.example:4000</translation>
    </message>
    <message>
        <source>Without https the key crosses the network in clear. Press Connect again if that network is yours.</source>
        <translation>未使用 https，密钥将以明文经过网络。如果该网络属于您，请再次按“连接”。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ConnectPage</name>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Text to copy</source>
        <translation>供复制的文本</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ConnectionNotice</name>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Live requests cannot be shown. %1</source>
        <extracomment>%1 is a sentence that says why; shown above the list of requests</extracomment>
        <translation>无法显示实时请求。%1</translation>
    </message>
    <message numerus="yes">
        <source>Next try in %n s.</source>
        <translation>
            <numerusform>%n 秒后重试。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Connections</name>
    <message>
        <source>The key is forgotten when Gatehouse quits. %1</source>
        <translation>Gatehouse 退出后不再保留密钥。%1</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ConversationTab</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>What was said is hidden by the configuration; only its shape is left.</source>
        <translation>对话内容已按配置隐藏，仅保留其结构。</translation>
    </message>
    <message>
        <source>Nothing was said here in a form that is known. The wires have it as it passed.</source>
        <translation>此处没有以已知格式表达的对话。实际传输的内容见“原始报文”。</translation>
    </message>
    <message>
        <source>The rest is too long to be shown. The wires have it, and the export has all of it.</source>
        <translation>其余内容过长，无法显示。“原始报文”中可以查看，导出则包含全部内容。</translation>
    </message>
    <message>
        <source>%1 (answer)</source>
        <extracomment>beside a role, of the message that came back</extracomment>
        <translation>%1（回答）</translation>
    </message>
    <message numerus="yes">
        <source>Show the reasoning, %n character(s)</source>
        <translation>
            <numerusform>显示推理，%n 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Calls the tool %1</source>
        <extracomment>%1 is the name of a tool</extracomment>
        <translation>调用工具 %1</translation>
    </message>
    <message>
        <source>Result of %1</source>
        <extracomment>%1 is the name of a call</extracomment>
        <translation>%1 的结果</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n character(s)</source>
        <translation>
            <numerusform>显示全部 %n 个字符</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::CostTab</name>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>The cost is known when the answer is complete.</source>
        <translation>回答完成后才能得知费用。</translation>
    </message>
    <message>
        <source>Nothing was charged, or no price is known for this model.</source>
        <translation>未产生费用，或此模型的价格未知。</translation>
    </message>
    <message>
        <source>%1 per million</source>
        <extracomment>a price; %1 is a sum of money, for a million tokens</extracomment>
        <translation>每百万 %1</translation>
    </message>
    <message>
        <source>%1 each</source>
        <translation>单价 %1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::CursorHint</name>
    <message>
        <source>default %1</source>
        <extracomment>the value that counts where none is given</extracomment>
        <translation>默认 %1</translation>
    </message>
    <message>
        <source>needs a restart</source>
        <translation>需要重启</translation>
    </message>
    <message>
        <source>not active yet</source>
        <translation>尚未启用</translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <extracomment>where the cursor is in a text</extracomment>
        <translation>第 %1 行，第 %2 列</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Curves</name>
    <message>
        <source>Median</source>
        <extracomment>a percentile: half of the answers took no longer</extracomment>
        <translation>中位数</translation>
    </message>
    <message>
        <source>95 %</source>
        <extracomment>a percentile: 95 of 100 answers took no longer</extracomment>
        <translation>95 %</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个 token</translation>
    </message>
    <message>
        <source>What the chart shows</source>
        <translation>图表显示的内容</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>随时间变化</translation>
    </message>
    <message>
        <source>Latency over time</source>
        <translation>延迟随时间变化</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>No requests in %1.</source>
        <extracomment>instead of a chart; %1 is &quot;the last hour&quot; or another time</extracomment>
        <translation>%1没有请求。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Dashboard</name>
    <message>
        <source>Range of time</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::DeploymentsView</name>
    <message>
        <source>Deployments</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Simulate outage…</source>
        <translation>模拟故障…</translation>
    </message>
    <message>
        <source>End outage</source>
        <translation>结束故障</translation>
    </message>
    <message>
        <source>End rest now</source>
        <extracomment>lets a resting deployment take requests again at once</extracomment>
        <translation>立即结束冷却</translation>
    </message>
    <message>
        <source>No deployments yet. Add a model on the page Models.</source>
        <translation>尚无部署。请在“模型”页面添加模型。</translation>
    </message>
    <message>
        <source>The outage has ended.</source>
        <translation>故障已结束。</translation>
    </message>
    <message>
        <source>It takes requests again.</source>
        <translation>已重新接受请求。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::DetailPane</name>
    <message>
        <source>Selected request</source>
        <translation>所选请求</translation>
    </message>
    <message>
        <source>Copy call ID</source>
        <translation>复制调用 ID</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>[ and ] go from one to the next</source>
        <translation>按 [ 和 ] 逐个切换</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>End this request now (Delete)</source>
        <translation>立即结束此请求 (Delete)</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>The caller&apos;s request as a line for a shell, without the key (Y)</source>
        <translation>将调用方的请求转为 shell 命令行，不含密钥 (Y)</translation>
    </message>
    <message>
        <source>Keep requests on disk…</source>
        <translation>将请求保存到磁盘…</translation>
    </message>
    <message>
        <source>The gateway remembers this request no more. What passed on its wires stays in memory for a while; on disk it stays longer.</source>
        <translation>网关已不再保留此请求。原始报文只在内存中保留一段时间；存到磁盘可保留更久。</translation>
    </message>
    <message>
        <source>The gateway remembers this request no more: it was started again since then.</source>
        <translation>网关已不再保留此请求：此后网关曾重新启动。</translation>
    </message>
    <message>
        <source>What passed on the wires of this request was not kept.</source>
        <translation>此请求的原始报文未保留。</translation>
    </message>
    <message>
        <source>Keep captured requests on disk</source>
        <translation>将捕获的请求保存到磁盘</translation>
    </message>
    <message>
        <source>From now on, what passes is kept on disk.</source>
        <translation>从现在起，传输的内容将保存到磁盘。</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>重新发送…</translation>
    </message>
    <message>
        <source>To the same model or another, with both answers side by side (R)</source>
        <translation>发送给相同或其他模型，并排显示两个回答 (R)</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>试验场</translation>
    </message>
    <message>
        <source>Open the question in the Playground, to ask several models (P)</source>
        <translation>在试验场中打开此问题，向多个模型提问 (P)</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::DiffDialog</name>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::DiffView</name>
    <message>
        <source>What changes in the file</source>
        <translation>文件中的更改</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::DiscoverDialog</name>
    <message>
        <source>Add models of %1</source>
        <extracomment>%1 is a provider</extracomment>
        <translation>添加 %1 的模型</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>筛选模型</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Price in / out</source>
        <translation>输入 / 输出价格</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Asking %1 for its models…</source>
        <translation>正在向 %1 查询模型…</translation>
    </message>
    <message>
        <source>This is the built-in catalogue; the provider itself was not asked.</source>
        <translation>这是内置目录；未向提供商本身查询。</translation>
    </message>
    <message>
        <source>This is the built-in catalogue.</source>
        <translation>这是内置目录。</translation>
    </message>
    <message>
        <source>Added already</source>
        <translation>已添加</translation>
    </message>
    <message>
        <source>No models.</source>
        <translation>没有模型。</translation>
    </message>
    <message>
        <source>Tick the models that callers may ask for.</source>
        <translation>请勾选允许调用方请求的模型。</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) ticked</source>
        <translation>
            <numerusform>已勾选 %n 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n model(s) of %1</source>
        <translation>
            <numerusform>添加 %1 的 %n 个模型</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::DiskBar</name>
    <message>
        <source>The file was changed elsewhere while you were editing it here. Nothing is lost yet.</source>
        <translation>您在此编辑期间，文件在别处被更改。目前尚未丢失任何内容。</translation>
    </message>
    <message>
        <source>Show difference</source>
        <translation>显示差异</translation>
    </message>
    <message>
        <source>What saving your text would change in the file as it is now</source>
        <translation>保存您的文本将对文件当前内容作出的更改</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>两者都保留</translation>
    </message>
    <message>
        <source>Put both changes together: they are in different places</source>
        <translation>合并两处更改：它们位于不同位置</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>Show the file as it is now; undo brings your text back</source>
        <translation>显示文件的当前内容；撤销可恢复您的文本</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Go on with your text; saving it replaces theirs, which stays among the versions</source>
        <translation>继续使用您的文本；保存后将替换对方的内容，后者仍保留在版本中</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::DryRunPanel</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>入口</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>If it fails by</source>
        <translation>假设失败原因</translation>
    </message>
    <message>
        <source>Prompt size</source>
        <translation>提示词大小</translation>
    </message>
    <message>
        <source>Tokens, if it matters</source>
        <translation>Token 数（如有影响）</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation>用逗号分隔</translation>
    </message>
    <message>
        <source>Show the way</source>
        <translation>显示路径</translation>
    </message>
    <message>
        <source>The administrator’s</source>
        <translation>管理员密钥</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ErrorCard</name>
    <message>
        <source>Recent errors</source>
        <translation>最近的错误</translation>
    </message>
    <message>
        <source>None among the last requests.</source>
        <translation>最近的请求中没有错误。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::FactCard</name>
    <message>
        <source>In use now</source>
        <translation>当前使用中</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::FallbackList</name>
    <message>
        <source>There is no such model: it is passed over</source>
        <translation>没有此模型：将被跳过</translation>
    </message>
    <message>
        <source>Not in use: an earlier entry, or another source, counts</source>
        <translation>未生效：以更早的条目或其他来源为准</translation>
    </message>
    <message>
        <source>Stands in an included file or in the database: change it there</source>
        <translation>位于包含的文件或数据库中：请在该处更改</translation>
    </message>
    <message>
        <source>Leads back in a circle: nobody is tried twice</source>
        <translation>形成循环：同一模型不会尝试两次</translation>
    </message>
    <message>
        <source>Changes the request: %1</source>
        <translation>更改请求：%1</translation>
    </message>
    <message>
        <source>Every other model</source>
        <translation>所有其他模型</translation>
    </message>
    <message>
        <source>Fallbacks</source>
        <translation>回退</translation>
    </message>
    <message>
        <source>Try earlier</source>
        <translation>提前尝试</translation>
    </message>
    <message>
        <source>Try later</source>
        <translation>推后尝试</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>No fallbacks yet. Add one, and requests go on when a model fails.</source>
        <translation>尚无回退。添加后，模型失败时请求会继续转发。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::FallbacksView</name>
    <message>
        <source>every other model</source>
        <translation>所有其他模型</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>图</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Add fallback…</source>
        <translation>添加回退…</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>试运行</translation>
    </message>
    <message>
        <source>Where would a request go?</source>
        <translation>请求会发往何处？</translation>
    </message>
    <message>
        <source>Asks where a request would go, and why, without sending it</source>
        <translation>查询请求会发往何处及原因，但不实际发送</translation>
    </message>
    <message>
        <source>Close dry run</source>
        <translation>关闭试运行</translation>
    </message>
    <message>
        <source>No models yet. Add two on the page Models, and one can stand behind the other here.</source>
        <translation>尚无模型。请在“模型”页面添加两个，即可在此将其中一个设为另一个的回退。</translation>
    </message>
    <message>
        <source>When %1 fails, try %2</source>
        <translation>%1 失败时，尝试 %2</translation>
    </message>
    <message>
        <source>When %1 fails, do not try %2</source>
        <translation>%1 失败时，不尝试 %2</translation>
    </message>
    <message>
        <source>When %1 fails, try %2 earlier</source>
        <translation>%1 失败时，提前尝试 %2</translation>
    </message>
    <message>
        <source>When %1 fails, try %2 later</source>
        <translation>%1 失败时，推后尝试 %2</translation>
    </message>
    <message>
        <source>This stands in the file in a way that has to be changed by hand.</source>
        <translation>此项在文件中的写法只能手动更改。</translation>
    </message>
    <message>
        <source>Dry run with %1</source>
        <translation>用 %1 试运行</translation>
    </message>
    <message>
        <source>Show deployments</source>
        <translation>显示部署</translation>
    </message>
    <message>
        <source>Try earlier</source>
        <translation>提前尝试</translation>
    </message>
    <message>
        <source>Try later</source>
        <translation>推后尝试</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::FigureGrid</name>
    <message>
        <source>First token</source>
        <translation>首个 token</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token 数</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <extracomment>tokens a second</extracomment>
        <translation>%1 token/秒</translation>
    </message>
    <message>
        <source>↑ in the question, ↓ in the answer</source>
        <translation>↑ 问题中，↓ 回答中</translation>
    </message>
    <message>
        <source>%1 · best</source>
        <extracomment>%1 is a figure such as &quot;First token&quot;: no other model did better</extracomment>
        <translation>%1 · 最佳</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::FileChangeDialog</name>
    <message>
        <source>Change a settings file</source>
        <translation>更改设置文件</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开连接</translation>
    </message>
    <message>
        <source>There was no such file before: it is removed.</source>
        <translation>此前没有这个文件：它将被删除。</translation>
    </message>
    <message>
        <source>The file says so already: there is nothing to change.</source>
        <translation>文件已是如此：无需更改。</translation>
    </message>
    <message>
        <source>There is no such file yet: it is made, and only you may read it.</source>
        <translation>尚无此文件：将创建它，且只有您可以读取。</translation>
    </message>
    <message>
        <source>The file as it is now is kept beside it, as %1.</source>
        <translation>当前文件将作为 %1 保留在旁边。</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::FilterBar</name>
    <message>
        <source>Filter: gpt-4o  provider:openai  status&gt;=400</source>
        <extracomment>the words with a colon or a sign are typed as they stand and stay English</extracomment>
        <translation>筛选：gpt-4o  provider:openai  status&gt;=400</translation>
    </message>
    <message>
        <source>Filter requests</source>
        <translation>筛选请求</translation>
    </message>
    <message>
        <source>Words must all match; a minus in front means the opposite. Fields: model: provider: key: team: state: path: error: id: status:5xx is:stream is:inflight first&gt;500 duration&gt;2s cost&gt;0.01 in&gt; out&gt; attempts&gt;1</source>
        <translation>所有词都必须匹配；前面加减号表示相反。字段：model: provider: key: team: state: path: error: id: status:5xx is:stream is:inflight first&gt;500 duration&gt;2s cost&gt;0.01 in&gt; out&gt; attempts&gt;1</translation>
    </message>
    <message>
        <source>Filters ▾</source>
        <extracomment>a button that opens a list of filters kept for later</extracomment>
        <translation>筛选 ▾</translation>
    </message>
    <message>
        <source>Filters kept for later</source>
        <translation>已保存的筛选</translation>
    </message>
    <message>
        <source>Let no more rows in, or let them in again (Space in the table)</source>
        <translation>暂停或恢复加入新行（在表格中按空格键）</translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>a button: let no more rows into the table</extracomment>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Follow</source>
        <extracomment>a button: let rows into the table again</extracomment>
        <translation>跟随</translation>
    </message>
    <message numerus="yes">
        <source>Follow (%n new)</source>
        <extracomment>a button: let rows into the table again; %n have come in the meantime</extracomment>
        <translation>
            <numerusform>跟随（%n 个新请求）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 requests</source>
        <extracomment>%1 of %2 requests pass the filter</extracomment>
        <translation>%1 / %2 个请求</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <extracomment>%1 is a part of a filter</extracomment>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>No filter was kept yet</source>
        <translation>尚未保存任何筛选</translation>
    </message>
    <message>
        <source>Keep this filter</source>
        <translation>保存此筛选</translation>
    </message>
    <message>
        <source>Forget this filter</source>
        <translation>删除此筛选</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::FindBar</name>
    <message>
        <source>Find, or :12 for a line</source>
        <translation>查找，或输入 :12 跳转到行</translation>
    </message>
    <message>
        <source>Find in the file</source>
        <translation>在文件中查找</translation>
    </message>
    <message>
        <source>Previous</source>
        <extracomment>of the places where a word was found</extracomment>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>of the places where a word was found</extracomment>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>places where a word was found: this one, and how many there are</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::FirstRun</name>
    <message>
        <source>Welcome to Gatehouse</source>
        <translation>欢迎使用 Gatehouse</translation>
    </message>
    <message>
        <source>Gatehouse runs at %1. Choose which models it offers; nothing is added unless you tick it.</source>
        <extracomment>%1 is the base URL</extracomment>
        <translation>Gatehouse 正在 %1 上运行。请选择它提供的模型；未勾选的不会添加。</translation>
    </message>
    <message>
        <source>Looking for keys in the environment and for servers on this computer…</source>
        <translation>正在查找环境中的密钥和此计算机上的服务器…</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>A configuration of LiteLLM or Gatehouse (YAML), or a .env file with keys</source>
        <translation>LiteLLM 或 Gatehouse 的配置 (YAML)，或包含密钥的 .env 文件</translation>
    </message>
    <message>
        <source>Add a provider…</source>
        <translation>添加提供商…</translation>
    </message>
    <message>
        <source>Try without a key</source>
        <translation>无需密钥试用</translation>
    </message>
    <message>
        <source>The built-in model “demo” answers by itself.</source>
        <translation>内置模型“demo”自行回答。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message numerus="yes">
        <source>Add %n</source>
        <translation>
            <numerusform>添加 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste these lines into a program of yours, or send a test request from here.</source>
        <translation>将这几行粘贴到您的程序中，或在此发送测试请求。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>No key was found in the environment, and no Ollama, LM Studio or vLLM on this computer. Import a file, add a provider, or try the built-in model first.</source>
        <translation>未在环境中找到密钥，此计算机上也没有 Ollama、LM Studio 或 vLLM。请导入文件、添加提供商，或先试用内置模型。</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Configurations and keys (*.yaml *.yml .env *.env)</source>
        <translation>配置和密钥 (*.yaml *.yml .env *.env)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 is too large for a configuration.</source>
        <translation>%1 过大，不可能是配置文件。</translation>
    </message>
    <message>
        <source>No provider&apos;s key is in that file.</source>
        <translation>该文件中没有提供商的密钥。</translation>
    </message>
    <message>
        <source>Import a configuration</source>
        <translation>导入配置</translation>
    </message>
    <message>
        <source>There is no keychain here to put the keys of the file into.</source>
        <translation>此处没有密钥串可存放文件中的密钥。</translation>
    </message>
    <message>
        <source>Putting the key of %1 into the keychain…</source>
        <translation>正在将 %1 的密钥存入密钥串…</translation>
    </message>
    <message numerus="yes">
        <source>Add %n provider(s)</source>
        <translation>
            <numerusform>添加 %n 个提供商</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the first request…</source>
        <translation>正在等待第一个请求…</translation>
    </message>
    <message>
        <source>%1 answered in %2. It works.</source>
        <extracomment>%1 is a model, %2 a duration</extracomment>
        <translation>%1 在 %2 内作出回答。运行正常。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Footer</name>
    <message>
        <source>Updated %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>更新于 %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::GeneralSection</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>关闭窗口时</translation>
    </message>
    <message>
        <source>At login</source>
        <translation>登录时</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>此窗口</translation>
    </message>
    <message>
        <source>First steps…</source>
        <translation>入门步骤…</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>The language changes when Gatehouse is started the next time.</source>
        <translation>语言将在下次启动 Gatehouse 时更改。</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>在托盘中继续运行</translation>
    </message>
    <message>
        <source>Start Gatehouse in the tray</source>
        <translation>在托盘中启动 Gatehouse</translation>
    </message>
    <message>
        <source>Start and end</source>
        <translation>启动与退出</translation>
    </message>
    <message>
        <source>Providers and clients</source>
        <translation>提供商与客户端</translation>
    </message>
    <message>
        <source>Looks for keys and servers on this computer, and shows how a client is connected.</source>
        <translation>查找此计算机上的密钥和服务器，并说明如何连接客户端。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::GraphView</name>
    <message>
        <source>Fallbacks as a graph</source>
        <translation>回退关系图</translation>
    </message>
    <message>
        <source>The list shows the same as a table</source>
        <translation>列表以表格形式显示相同内容</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::GuardrailHint</name>
    <message>
        <source>No guardrail yet</source>
        <translation>尚无护栏</translation>
    </message>
    <message>
        <source>A guardrail looks at what goes to a model and at what comes back: it masks a part of it or blocks the call. This one masks e-mail addresses and blocks US social security numbers, in every call, and asks no service. docs/guardrails.md tells of all kinds.</source>
        <extracomment>do not translate docs/guardrails.md</extracomment>
        <translation>护栏检查发往模型的内容和返回的内容：遮盖其中一部分或阻止调用。此示例在每次调用中遮盖电子邮件地址并阻止美国社会安全号码，且不询问任何服务。docs/guardrails.md 介绍所有类型。</translation>
    </message>
    <message>
        <source>Example of a guardrail</source>
        <translation>护栏示例</translation>
    </message>
    <message>
        <source>Open the configuration file</source>
        <translation>打开配置文件</translation>
    </message>
    <message>
        <source>Copy example</source>
        <translation>复制示例</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::GuardrailTrial</name>
    <message>
        <source>Test on a text</source>
        <extracomment>%1 is the name of a guardrail</extracomment>
        <translation>用文本测试</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Text to test</source>
        <translation>要测试的文本</translation>
    </message>
    <message>
        <source>What somebody might ask, or a model might answer</source>
        <translation>有人可能提出的问题，或模型可能给出的回答</translation>
    </message>
    <message>
        <source>What the guardrail made of it</source>
        <translation>护栏处理后的结果</translation>
    </message>
    <message>
        <source>Ctrl+Enter. Asks the guardrail alone; no model is asked.</source>
        <translation>Ctrl+Enter。仅询问护栏；不会询问任何模型。</translation>
    </message>
    <message>
        <source>Test %1 on a text</source>
        <translation>用文本测试 %1</translation>
    </message>
    <message>
        <source>Write a text first.</source>
        <translation>请先写一段文本。</translation>
    </message>
    <message>
        <source>Asking the guardrail…</source>
        <translation>正在询问护栏…</translation>
    </message>
    <message>
        <source>Passes unchanged</source>
        <translation>原样通过</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>已遮盖</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>已阻止</translation>
    </message>
    <message>
        <source>Could not judge</source>
        <translation>无法判断</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::GuardrailsPage</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Looks at</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>For</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Stepped in</source>
        <translation>介入</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation>护栏</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Settings of the guardrail</source>
        <translation>护栏的设置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>every call</source>
        <extracomment>for which calls a guardrail runs</extracomment>
        <translation>每次调用</translation>
    </message>
    <message>
        <source>who asks for it</source>
        <translation>提出要求者</translation>
    </message>
    <message>
        <source>The gateway is stopped. Start it to see its guardrails.</source>
        <translation>网关已停止。启动它以查看其护栏。</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation>%1 的设置</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::HeaderBar</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the base URL</source>
        <translation>复制基础 URL</translation>
    </message>
    <message>
        <source>Copy the base URL (Ctrl+C)</source>
        <translation>复制基础 URL (Ctrl+C)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the configuration file</source>
        <translation>打开配置文件</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>菜单 (F10)</translation>
    </message>
    <message>
        <source>Built-in demo configuration</source>
        <translation>内置演示配置</translation>
    </message>
    <message>
        <source>Which gateway this window is on</source>
        <translation>此窗口所连接的网关</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>此计算机</translation>
    </message>
    <message>
        <source>Connect to another gateway…</source>
        <translation>连接到其他网关…</translation>
    </message>
    <message>
        <source>Use another key…</source>
        <translation>使用其他密钥…</translation>
    </message>
    <message>
        <source>Forget this gateway</source>
        <translation>忘记此网关</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Go to a page, a setting, a model or a key by typing (Ctrl+K)</source>
        <translation>键入即可前往页面、设置、模型或密钥 (Ctrl+K)</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::HealthCard</name>
    <message>
        <source>Deployments</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>No models yet. Add one on the Models page.</source>
        <translation>尚无模型。可在“模型”页面添加。</translation>
    </message>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>还有 %n 个…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::HintCard</name>
    <message>
        <source>Example request</source>
        <translation>示例请求</translation>
    </message>
    <message>
        <source>Show the example for %1</source>
        <extracomment>for screen readers; %1 is a client such as curl</extracomment>
        <translation>显示 %1 的示例</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the example</source>
        <translation>复制示例</translation>
    </message>
    <message>
        <source>Send a test request</source>
        <translation>发送测试请求</translation>
    </message>
    <message>
        <source>Asks the model above to say hello. With a real provider this costs a few tokens.</source>
        <translation>让上面的模型打个招呼。使用真实提供商会消耗少量 token。</translation>
    </message>
    <message>
        <source>Replace YOUR_KEY by a key of this gateway, for example the master_key of its configuration.</source>
        <extracomment>do not translate YOUR_KEY and master_key</extracomment>
        <translation>请将 YOUR_KEY 替换为此网关的密钥，例如其配置中的 master_key。</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>正在询问 %1…</translation>
    </message>
    <message>
        <source>Answered in %1: %2</source>
        <translation>%1 内回答：%2</translation>
    </message>
    <message>
        <source>Connect a program…</source>
        <translation>连接程序…</translation>
    </message>
    <message>
        <source>What to set in Claude Code, Codex, editors and libraries</source>
        <translation>在 Claude Code、Codex、编辑器和库中需要设置的内容</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Indicator</name>
    <message>
        <source>Open window</source>
        <translation>打开窗口</translation>
    </message>
    <message>
        <source>Copy base URL</source>
        <translation>复制基础 URL</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Quit Gatehouse</source>
        <translation>退出 Gatehouse</translation>
    </message>
    <message>
        <source>Gatehouse keeps running</source>
        <translation>Gatehouse 仍在运行</translation>
    </message>
    <message>
        <source>Open its window or quit it from the icon in the tray.</source>
        <translation>可通过托盘图标打开窗口或退出程序。</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>打开页面</translation>
    </message>
    <message>
        <source>Recent errors</source>
        <translation>最近的错误</translation>
    </message>
    <message numerus="yes">
        <source>%n in flight</source>
        <translation>
            <numerusform>%n 个进行中</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::IssuedKey</name>
    <message>
        <source>The new key</source>
        <translation>新密钥</translation>
    </message>
    <message>
        <source>Copy it now: it is shown only this once. The gateway keeps only a fingerprint of it.</source>
        <translation>请立即复制：密钥仅显示这一次。网关只保留其指纹。</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>复制密钥</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::KeyField</name>
    <message>
        <source>Where the key comes from</source>
        <translation>密钥来源</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新密钥</translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation>粘贴密钥</translation>
    </message>
    <message>
        <source>Name of the new key</source>
        <translation>新密钥的名称</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the variable</source>
        <translation>变量名称</translation>
    </message>
    <message>
        <source>Keychain: %1</source>
        <translation>密钥串：%1</translation>
    </message>
    <message>
        <source>Credential of the gateway: %1</source>
        <translation>网关的凭据：%1</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>新密钥…</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无密钥</translation>
    </message>
    <message>
        <source>Another environment variable…</source>
        <translation>其他环境变量…</translation>
    </message>
    <message>
        <source>Environment variable %1</source>
        <translation>环境变量 %1</translation>
    </message>
    <message>
        <source>Goes into the keychain of this computer.</source>
        <translation>将存入此计算机的密钥串。</translation>
    </message>
    <message>
        <source>Goes into the gateway&apos;s database, sealed.</source>
        <translation>将加密存入网关的数据库。</translation>
    </message>
    <message>
        <source>Paste the provider&apos;s key, or choose where it comes from.</source>
        <translation>请粘贴提供商的密钥，或选择密钥来源。</translation>
    </message>
    <message>
        <source>Give the key a name.</source>
        <translation>请为密钥命名。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::KeysPage</name>
    <message>
        <source>Sections</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::LocalServers</name>
    <message>
        <source>On this machine</source>
        <translation>在此机器上</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Looks for model servers on the gateway&apos;s machine</source>
        <translation>在网关所在的机器上查找模型服务器</translation>
    </message>
    <message>
        <source>Looking for Ollama, LM Studio, vLLM and others…</source>
        <translation>正在查找 Ollama、LM Studio、vLLM 等…</translation>
    </message>
    <message>
        <source>No model server answers on the usual ports.</source>
        <translation>常用端口上没有模型服务器响应。</translation>
    </message>
    <message>
        <source>It wants a key before it tells its models.</source>
        <translation>需要密钥才会列出其模型。</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>in use already</source>
        <translation>已在使用</translation>
    </message>
    <message>
        <source>Add its models…</source>
        <translation>添加其模型…</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::MembersDialog</name>
    <message>
        <source>Members of %1</source>
        <translation>%1 的成员</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>No members yet.</source>
        <translation>尚无成员。</translation>
    </message>
    <message>
        <source>User ID or e-mail</source>
        <translation>用户 ID 或电子邮件</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Team administrator</source>
        <translation>团队管理员</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>新成员</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Make team administrator</source>
        <translation>设为团队管理员</translation>
    </message>
    <message>
        <source>Make member</source>
        <translation>设为成员</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Say who the new member is.</source>
        <translation>请指定新成员。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ModelActions</name>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>复制为新部署…</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Test with a real request</source>
        <translation>用真实请求测试</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Show its traffic</source>
        <translation>显示其流量</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Disable %1</source>
        <translation>停用 %1</translation>
    </message>
    <message>
        <source>Enable %1</source>
        <translation>启用 %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>The deployment %1 is deleted from the database, with the key that is stored in it. This cannot be undone. Requests that are under way go on.</source>
        <translation>部署 %1 及其存储的密钥将从数据库中删除。此操作无法撤销。正在进行的请求会继续。</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>正在移除…</translation>
    </message>
    <message>
        <source>Move %1 up</source>
        <translation>上移 %1</translation>
    </message>
    <message>
        <source>Move %1 down</source>
        <translation>下移 %1</translation>
    </message>
    <message>
        <source>Waiting for an answer of %1…</source>
        <translation>正在等待 %1 的回答…</translation>
    </message>
    <message>
        <source>%1 answered.</source>
        <translation>%1 已回答。</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 失败：%2</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ModelColumn</name>
    <message>
        <source>Ask again; Traffic shows how far the request came.</source>
        <translation>请再问一次；“流量”页显示请求进行到了哪一步。</translation>
    </message>
    <message>
        <source>Choose a model from the list, or leave its parameters at their defaults.</source>
        <translation>请从列表中选择模型，或将其参数保持为默认值。</translation>
    </message>
    <message>
        <source>The key that this window uses may not ask this model.</source>
        <translation>此窗口使用的密钥无权向该模型提问。</translation>
    </message>
    <message>
        <source>Wait a moment and ask again, or raise the limit under Keys &amp; budgets.</source>
        <translation>请稍候再问，或在“密钥与预算”中提高限额。</translation>
    </message>
    <message>
        <source>Traffic shows what each provider answered.</source>
        <translation>“流量”页显示各提供商的应答。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Nothing was asked yet.</source>
        <translation>尚未提问。</translation>
    </message>
    <message>
        <source>More ▾</source>
        <translation>更多 ▾</translation>
    </message>
    <message>
        <source>More of this column</source>
        <translation>此列的更多操作</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation>复制回答</translation>
    </message>
    <message>
        <source>Show in Traffic</source>
        <translation>在流量中显示</translation>
    </message>
    <message>
        <source>Remove this column</source>
        <translation>移除此列</translation>
    </message>
    <message>
        <source>Choose a model first.</source>
        <translation>请先选择模型。</translation>
    </message>
    <message>
        <source>The answer holds no text.</source>
        <translation>回答中没有文本。</translation>
    </message>
    <message>
        <source>The answer ended at its limit of tokens.</source>
        <translation>回答在达到 token 上限时结束。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Only this model</source>
        <translation>仅此模型</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考中</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>回答中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ModelDialog</name>
    <message>
        <source>%1 tokens of context</source>
        <translation>上下文 %1 个 token</translation>
    </message>
    <message>
        <source>%1 for a million tokens in / out</source>
        <extracomment>%1 is two prices, as in $2.50 / $10.00</extracomment>
        <translation>每百万 token 输入 / 输出 %1</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Base address</source>
        <translation>基础地址</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Public name</source>
        <translation>公开名称</translation>
    </message>
    <message>
        <source>What callers ask for. Deployments with the same name share its requests.</source>
        <translation>调用方请求时使用的名称。同名的部署共同分担其请求。</translation>
    </message>
    <message>
        <source>Test call</source>
        <translation>测试调用</translation>
    </message>
    <message>
        <source>Sends one short request to the provider. It costs what such a request costs.</source>
        <translation>向提供商发送一个简短的请求。费用与同类请求相同。</translation>
    </message>
    <message>
        <source>Prices, limits and other settings</source>
        <translation>价格、限制和其他设置</translation>
    </message>
    <message>
        <source>Asking the gateway for its providers…</source>
        <translation>正在向网关查询其提供商…</translation>
    </message>
    <message>
        <source>Choose a provider.</source>
        <translation>请选择提供商。</translation>
    </message>
    <message>
        <source>Choose a model, or type its name.</source>
        <translation>请选择模型，或输入其名称。</translation>
    </message>
    <message>
        <source>This provider needs its base address.</source>
        <translation>此提供商需要填写基础地址。</translation>
    </message>
    <message>
        <source>Give it a public name.</source>
        <translation>请填写公开名称。</translation>
    </message>
    <message>
        <source>The key is written in the file and is not told. Choose where it comes from to test it here.</source>
        <translation>密钥写在文件中，不会显示。要在此测试，请选择密钥来源。</translation>
    </message>
    <message>
        <source>Waiting for the provider&apos;s answer…</source>
        <translation>正在等待提供商的回答…</translation>
    </message>
    <message>
        <source>It answered in %1 and cost %2.</source>
        <translation>已在 %1 内回答，费用为 %2。</translation>
    </message>
    <message>
        <source>It answered in %1. What it cost is not known.</source>
        <translation>已在 %1 内回答。费用未知。</translation>
    </message>
    <message>
        <source>Keeping the key…</source>
        <translation>正在保存密钥…</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ModelOrder</name>
    <message>
        <source>The table is sorted. Click the head of that column until its arrow is gone to see the order of the file.</source>
        <translation>表格正处于排序状态。点击该列的表头，直到箭头消失，即可看到文件中的顺序。</translation>
    </message>
    <message>
        <source>%1 is kept in the database, which has no order of its own.</source>
        <translation>%1 保存在数据库中，数据库没有自己的顺序。</translation>
    </message>
    <message>
        <source>%1 stands in an included file, where its place has to be changed by hand.</source>
        <translation>%1 位于被包含的文件中，其位置需要手动修改。</translation>
    </message>
    <message>
        <source>There is no configuration file in use whose order could be changed.</source>
        <translation>当前没有可更改顺序的配置文件。</translation>
    </message>
    <message>
        <source>Move group up</source>
        <extracomment>all deployments of a model change places with those of its neighbour</extracomment>
        <translation>将组上移</translation>
    </message>
    <message>
        <source>Move group down</source>
        <translation>将组下移</translation>
    </message>
    <message numerus="yes">
        <source>Move %n deployment(s)</source>
        <translation>
            <numerusform>移动 %n 个部署</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ModelPicker</name>
    <message>
        <source>Type to search, or any other name</source>
        <translation>输入以搜索，或输入任意其他名称</translation>
    </message>
    <message>
        <source>Asking the provider for its models…</source>
        <translation>正在向提供商查询模型…</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), as the provider says.</source>
        <translation>
            <numerusform>提供商列出了 %n 个模型。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) of the built-in catalogue.</source>
        <translation>
            <numerusform>内置目录中有 %n 个模型。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ModelsPage</name>
    <message>
        <source>Deployments</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Part of the page</source>
        <translation>页面的部分</translation>
    </message>
    <message>
        <source>Filter by name, provider, key or state</source>
        <translation>按名称、提供商、密钥或状态筛选</translation>
    </message>
    <message>
        <source>Filter deployments</source>
        <translation>筛选部署</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Add model</source>
        <translation>添加模型</translation>
    </message>
    <message numerus="yes">
        <source>%n deployment(s), figures of 24 hours</source>
        <translation>
            <numerusform>%n 个部署，24 小时数据</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 deployments</source>
        <translation>%1 / %2 个部署</translation>
    </message>
    <message>
        <source>The gateway is stopped. Start it to see its models.</source>
        <translation>网关已停止。启动后可查看其模型。</translation>
    </message>
    <message>
        <source>No model yet. Add one, and callers can ask for it at once.</source>
        <translation>尚无模型。添加后调用方即可立即请求。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::OfferList</name>
    <message>
        <source>Found on this computer</source>
        <translation>在此计算机上找到</translation>
    </message>
    <message>
        <source>%1 · in use already</source>
        <translation>%1 · 已在使用</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::OutageBanner</name>
    <message>
        <source>End now</source>
        <translation>立即结束</translation>
    </message>
    <message>
        <source>%1 (%2 left)</source>
        <extracomment>%1 is a deployment, %2 the time that is left</extracomment>
        <translation>%1（剩余 %2）</translation>
    </message>
    <message>
        <source>Simulated outage: requests to %1 fail on purpose.</source>
        <translation>模拟故障：发往 %1 的请求会故意失败。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::OutageDialog</name>
    <message>
        <source>Simulate outage</source>
        <translation>模拟故障</translation>
    </message>
    <message>
        <source>Begin outage</source>
        <translation>开始故障</translation>
    </message>
    <message>
        <source>Every request to %1 fails, as if its provider were down, and goes on to whatever stands behind it. Requests without a fallback fail for whoever sent them.</source>
        <translation>发往 %1 的每个请求都会失败，如同其提供商已宕机，并转到其后的回退。没有回退的请求将对发送者返回失败。</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>For how long</source>
        <extracomment>minutes</extracomment>
        <translation>持续时间</translation>
    </message>
    <message>
        <source>Beginning…</source>
        <translation>正在开始…</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Palette</name>
    <message>
        <source>Go to…</source>
        <translation>前往…</translation>
    </message>
    <message>
        <source>Go to a page, a setting, a model, a key…</source>
        <translation>前往页面、设置、模型、密钥…</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>位置</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ParameterFields</name>
    <message>
        <source>From the variable %1</source>
        <extracomment>an environment variable that is used when nothing else is given: %1 is its name</extracomment>
        <translation>取自变量 %1</translation>
    </message>
    <message>
        <source>%1 is a secret: say where it is kept, as os.environ/NAME or keychain/NAME.</source>
        <extracomment>%1 is the label of a field</extracomment>
        <translation>%1 是机密：请以 os.environ/NAME 或 keychain/NAME 的形式指明其存放位置。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>缺少 %1。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::PlaygroundPage</name>
    <message>
        <source>Add column</source>
        <translation>添加列</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>What shall the models answer?</source>
        <translation>要让模型回答什么？</translation>
    </message>
    <message>
        <source>Ctrl+Enter; Esc stops</source>
        <translation>Ctrl+Enter；Esc 停止</translation>
    </message>
    <message>
        <source>Another model for the same question, up to four</source>
        <translation>为同一问题再加一个模型，最多四个</translation>
    </message>
    <message>
        <source>Write a question first.</source>
        <translation>请先写下问题。</translation>
    </message>
    <message>
        <source>Copied. Put a key of this gateway into GATEHOUSE_KEY before you run it.</source>
        <translation>已复制。运行前请将此网关的一个密钥放入 GATEHOUSE_KEY。</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>全部停止</translation>
    </message>
    <message>
        <source>Ask all</source>
        <translation>全部提问</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier message(s) of the conversation go along.</source>
        <translation>
            <numerusform>对话中之前的 %n 条消息会一并发送。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), calls of tools or their results stay behind: only text goes along.</source>
        <translation>
            <numerusform>%n 个文件、工具调用或其结果不会发送：只发送文本。</numerusform>
        </translation>
    </message>
    <message>
        <source>This gateway offers no model yet.</source>
        <translation>此网关尚未提供任何模型。</translation>
    </message>
    <message>
        <source>Add a model…</source>
        <translation>添加模型…</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>The gateway kept no question of this request that is text.</source>
        <translation>网关没有保留此请求的文本问题。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ProblemBanner</name>
    <message>
        <source>The gateway is not running</source>
        <translation>网关未运行</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open configuration</source>
        <translation>打开配置</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>复制信息</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ProblemList</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>还有 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <extracomment>a problem in a file: %1 is the line number, %2 what is wrong</extracomment>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ProviderCard</name>
    <message>
        <source>Not used yet</source>
        <translation>尚未使用</translation>
    </message>
    <message>
        <source>Test key</source>
        <translation>测试密钥</translation>
    </message>
    <message>
        <source>Add models…</source>
        <translation>添加模型…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无密钥</translation>
    </message>
    <message>
        <source>Needs no key</source>
        <translation>无需密钥</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ProviderPicker</name>
    <message>
        <source>Type to search</source>
        <translation>输入以搜索</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ProvidersPage</name>
    <message>
        <source>Filter by name or key</source>
        <translation>按名称或密钥筛选</translation>
    </message>
    <message>
        <source>Filter providers</source>
        <translation>筛选提供商</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>添加提供商</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>A key is there, no model yet</source>
        <translation>已有密钥，尚无模型</translation>
    </message>
    <message>
        <source>The gateway is stopped. Start it to see its providers.</source>
        <translation>网关已停止。启动后可查看其提供商。</translation>
    </message>
    <message>
        <source>No provider yet. Add one, or start a model server on this machine.</source>
        <translation>尚无提供商。请添加一个，或在此机器上启动模型服务器。</translation>
    </message>
    <message>
        <source>Nothing matches the filter. Press Esc to clear it.</source>
        <translation>没有符合筛选条件的内容。按 Esc 清除。</translation>
    </message>
    <message>
        <source>Replace key…</source>
        <translation>更换密钥…</translation>
    </message>
    <message>
        <source>Set key…</source>
        <translation>设置密钥…</translation>
    </message>
    <message>
        <source>Remove key…</source>
        <translation>移除密钥…</translation>
    </message>
    <message>
        <source>Show its traffic</source>
        <translation>显示其流量</translation>
    </message>
    <message>
        <source>Asking for its models…</source>
        <translation>正在查询其模型…</translation>
    </message>
    <message numerus="yes">
        <source>The key works: %n model(s), %1.</source>
        <translation>
            <numerusform>密钥有效：%n 个模型，%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending one short request…</source>
        <translation>正在发送一个简短的请求…</translation>
    </message>
    <message>
        <source>It answered.</source>
        <translation>已回答。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Pulse</name>
    <message>
        <source>%1 under way</source>
        <extracomment>%1 is a number of requests</extracomment>
        <translation>%1 个进行中</translation>
    </message>
    <message>
        <source>%1 requests/s</source>
        <extracomment>a rate: %1 requests each second</extracomment>
        <translation>%1 请求/秒</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <extracomment>a rate: %1 tokens each second</extracomment>
        <translation>%1 token/秒</translation>
    </message>
    <message>
        <source>%1 today</source>
        <extracomment>%1 is an amount of money</extracomment>
        <translation>今天 %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RaiseDialog</name>
    <message>
        <source>Raise the budget of %1</source>
        <translation>提高 %1 的预算</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Spent in this period: %1 of %2.</source>
        <extracomment>sums of money: %1 was spent of %2</extracomment>
        <translation>本周期已花费：%1 / %2。</translation>
    </message>
    <message>
        <source>Spent in this period: %1. There is no budget yet.</source>
        <translation>本周期已花费：%1。尚无预算。</translation>
    </message>
    <message>
        <source>New budget in dollars</source>
        <translation>新预算（美元）</translation>
    </message>
    <message>
        <source>“%1” is not an amount of money.</source>
        <translation>“%1”不是有效金额。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RecordView</name>
    <message>
        <source>Nothing matches the filter. Press Esc to clear it.</source>
        <translation>没有符合筛选条件的内容。按 Esc 清除。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RemoteControl</name>
    <message>
        <source>What answers at %1 is no Gatehouse.</source>
        <extracomment>%1 is an address</extracomment>
        <translation>%1 上响应的不是 Gatehouse。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ReplayDialog</name>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Then</source>
        <extracomment>the answer that a request got when it came first</extracomment>
        <translation>当时</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>the answer that a request gets when it is sent again</extracomment>
        <translation>现在</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The request goes out as it came, in the name of whoever looks on here, and is charged.</source>
        <translation>请求按原样发出，以当前查看者的名义，并会计费。</translation>
    </message>
    <message>
        <source>Not sent yet.</source>
        <translation>尚未发送。</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>正在等待回答…</translation>
    </message>
    <message>
        <source>The gateway remembers nothing of the new request.</source>
        <translation>网关没有保留新请求的任何记录。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RestartNotice</name>
    <message>
        <source>Restart the gateway</source>
        <translation>重启网关</translation>
    </message>
    <message>
        <source>Requests that run may finish first</source>
        <translation>正在进行的请求可以先完成</translation>
    </message>
    <message>
        <source>Saved, and counts from the next start of the gateway on: %1</source>
        <extracomment>%1 is a list of settings</extracomment>
        <translation>已保存，下次启动网关时生效：%1</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RotateDialog</name>
    <message>
        <source>Requests with it are refused from then on.</source>
        <translation>此后使用它的请求将被拒绝。</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) of the team are deleted too.</source>
        <translation>
            <numerusform>该团队的 %n 个密钥也将被删除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) of the user are deleted too.</source>
        <translation>
            <numerusform>该用户的 %n 个密钥也将被删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>The limits of the customer are gone; its requests are no longer bound by them.</source>
        <translation>该客户的限制将被移除；其请求不再受这些限制约束。</translation>
    </message>
    <message numerus="yes">
        <source>%n of the keys and customers lose its limits.</source>
        <translation>
            <numerusform>%n 个密钥和客户将失去其限制。</numerusform>
        </translation>
    </message>
    <message>
        <source>Spent in this period: %1. Last used: %2.</source>
        <translation>本周期已花费：%1。上次使用：%2。</translation>
    </message>
    <message>
        <source>Spent in this period: %1. Never used.</source>
        <translation>本周期已花费：%1。从未使用。</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>此操作无法撤销。</translation>
    </message>
    <message>
        <source>Rotate %1</source>
        <translation>轮换 %1</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>轮换</translation>
    </message>
    <message>
        <source>A new key takes its place, with the same limits, budget and spend.</source>
        <translation>由新密钥取代，限制、预算和花费保持不变。</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>立即</translation>
    </message>
    <message numerus="yes">
        <source>After %n hour(s)</source>
        <translation>
            <numerusform>%n 小时后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n day(s)</source>
        <translation>
            <numerusform>%n 天后</numerusform>
        </translation>
    </message>
    <message>
        <source>The old key is refused</source>
        <translation>旧密钥失效时间</translation>
    </message>
    <message>
        <source>Rotating…</source>
        <translation>正在轮换…</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RoutingPage</name>
    <message>
        <source>Fallbacks</source>
        <translation>回退</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Find a model</source>
        <translation>查找模型</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RoutingState</name>
    <message>
        <source>The configuration file cannot be changed from here.</source>
        <translation>无法在此更改配置文件。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RoutingTab</name>
    <message>
        <source>after %1</source>
        <translation>%1 后</translation>
    </message>
    <message>
        <source>a copy, to be faster</source>
        <translation>副本，用于加速</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>No deployment had to be chosen.</source>
        <translation>无需选择部署。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RulesView</name>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>How a deployment is picked</source>
        <translation>如何选择部署</translation>
    </message>
    <message>
        <source>The check leaves out whom the prompt is too long for, or whose rpm or tpm is used up.</source>
        <translation>该检查会排除提示词过长而无法处理的部署，以及 rpm 或 tpm 已用完的部署。</translation>
    </message>
    <message>
        <source>When a request fails</source>
        <translation>请求失败时</translation>
    </message>
    <message>
        <source>Tries stay within the model; what is of no use to try again is not.</source>
        <translation>重试限于同一模型；重试无意义的请求不会重试。</translation>
    </message>
    <message>
        <source>How long to wait</source>
        <translation>等待时长</translation>
    </message>
    <message>
        <source>When a deployment rests</source>
        <translation>部署何时冷却</translation>
    </message>
    <message>
        <source>With 3, the default, the share of failures decides. A provider’s Retry-After counts first.</source>
        <translation>默认值为 3，此时由失败比例决定。提供商的 Retry-After 优先。</translation>
    </message>
    <message>
        <source>By kind of error</source>
        <translation>按错误类型</translation>
    </message>
    <message>
        <source>Tries after the first</source>
        <translation>重试次数</translation>
    </message>
    <message>
        <source>Failures allowed</source>
        <translation>允许的失败次数</translation>
    </message>
    <message>
        <source>What is empty goes by the numbers for all errors.</source>
        <translation>留空的项使用适用于所有错误的数值。</translation>
    </message>
    <message>
        <source>%1, tries after the first</source>
        <translation>%1，重试次数</translation>
    </message>
    <message>
        <source>%1, failures allowed</source>
        <translation>%1，允许的失败次数</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation>%1（默认）</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Set in %1</source>
        <extracomment>%1 is a section of the configuration file</extracomment>
        <translation>在 %1 中设置</translation>
    </message>
    <message>
        <source>Change the rules of routing</source>
        <translation>更改路由规则</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::SectionView</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>numbers of rows: %1 of %2 match the filter</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>The key this window uses may not see this list. Connect with an administrator&apos;s key.</source>
        <translation>此窗口使用的密钥无权查看此列表。请使用管理员密钥连接。</translation>
    </message>
    <message>
        <source>Nothing matches. Press Esc to clear the search.</source>
        <translation>没有匹配的内容。按 Esc 清除搜索。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::SettingDialog</name>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>In %1.</source>
        <extracomment>%1 is a unit, such as &quot;seconds&quot;</extracomment>
        <translation>单位：%1。</translation>
    </message>
    <message>
        <source>Without it: %1.</source>
        <extracomment>%1 is a value</extracomment>
        <translation>未设置时：%1。</translation>
    </message>
    <message>
        <source>Counts from the next start of the gateway on.</source>
        <translation>下次启动网关时生效。</translation>
    </message>
    <message>
        <source>Back to the default…</source>
        <translation>恢复默认值…</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>删去 %1</translation>
    </message>
    <message>
        <source>Set %1 to %2</source>
        <extracomment>%1 is a setting, %2 its new value</extracomment>
        <translation>将 %1 设为 %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::SettingField</name>
    <message>
        <source>Not set</source>
        <extracomment>of a setting that is left as it is by default</extracomment>
        <translation>未设置</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::SettingForm</name>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Asking the gateway for its settings…</source>
        <translation>正在向网关查询其设置…</translation>
    </message>
    <message numerus="yes">
        <source>%n settings changed, not saved yet</source>
        <translation>
            <numerusform>%n 项设置已更改，尚未保存</numerusform>
        </translation>
    </message>
    <message>
        <source>Set %1 to %2</source>
        <extracomment>%1 is a setting, %2 its new value</extracomment>
        <translation>将 %1 设为 %2</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>删去 %1</translation>
    </message>
    <message numerus="yes">
        <source>Change %n settings</source>
        <translation>
            <numerusform>更改 %n 项设置</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::SettingRow</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 个条目</numerusform>
        </translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>Edit in the file…</source>
        <translation>在文件中编辑…</translation>
    </message>
    <message>
        <source>••• (in the file, not shown)</source>
        <translation>•••（在文件中，不显示）</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>what was changed in a field and is not saved yet is taken back</extracomment>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Undo the change of %1</source>
        <translation>撤销对 %1 的更改</translation>
    </message>
    <message>
        <source>Set %1 back to its default</source>
        <translation>将 %1 恢复为默认值</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Counts from the next start of the gateway on.</source>
        <translation>下次启动网关时生效。</translation>
    </message>
    <message>
        <source>%1 stands in the file, too: %2</source>
        <extracomment>%1 is a setting, %2 its value</extracomment>
        <translation>文件中还有 %1：%2</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::SettingsForm</name>
    <message>
        <source>Add a setting</source>
        <translation>添加设置</translation>
    </message>
    <message>
        <source>Add a setting…</source>
        <translation>添加设置…</translation>
    </message>
    <message>
        <source>“%1” is not written in a way that can be used.</source>
        <extracomment>%1 is the label of a field</extracomment>
        <translation>“%1”的写法无效，无法使用。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::SettingsPage</name>
    <message>
        <source>All settings</source>
        <translation>所有设置</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>配置文件</translation>
    </message>
    <message>
        <source>Kinds of settings</source>
        <translation>设置类别</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Address, port, threads and certificate are said when Gatehouse is started: --host, --port, --workers, --ssl-certfile-path. Pages of any server may call it from a browser (CORS).</source>
        <translation>地址、端口、线程数和证书在启动 Gatehouse 时指定：--host、--port、--workers、--ssl-certfile-path。任何服务器的网页都可以从浏览器调用它 (CORS)。</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Logging and callbacks</source>
        <translation>日志与回调</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>预算</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::SettingsSection</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Find a setting: retries, timeout, budget…</source>
        <translation>查找设置：重试、超时、预算…</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>Asking the gateway for its settings…</source>
        <translation>正在向网关查询其设置…</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::SetupFields</name>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>System prompt</source>
        <extracomment>what a model is told before the question</extracomment>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>Default</source>
        <extracomment>the model decides</extracomment>
        <translation>默认</translation>
    </message>
    <message>
        <source>The arrow keys change it; all the way down is the model’s default.</source>
        <translation>用方向键更改；降到最低即为模型默认值。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Most tokens</source>
        <extracomment>the most tokens that an answer may have</extracomment>
        <translation>最多 token</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::SpendBox</name>
    <message>
        <source>Spend of each day</source>
        <translation>每日花费</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>按模型</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Nothing spent</source>
        <translation>无花费</translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>最近 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n request(s)</source>
        <extracomment>an amount of money, and how many requests it was for</extracomment>
        <translation>
            <numerusform>%n 个请求，共 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n 个请求</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Switch</name>
    <message>
        <source>On</source>
        <extracomment>beside a switch: the setting is in force</extracomment>
        <translation>开启</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TileRow</name>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token 数</translation>
    </message>
    <message>
        <source>Spend today</source>
        <translation>今日花费</translation>
    </message>
    <message>
        <source>Success</source>
        <extracomment>how many requests were answered well, in percent</extracomment>
        <translation>成功率</translation>
    </message>
    <message>
        <source>Median latency</source>
        <extracomment>the middle value of how long answers took</extracomment>
        <translation>延迟中位数</translation>
    </message>
    <message>
        <source>Time to first token</source>
        <translation>首个 token 用时</translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n 个进行中</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in, %2 out, %3 cached</source>
        <extracomment>numbers of tokens: %1 in the questions, %2 in the answers, and how much of %1 came from a cache</extracomment>
        <translation>输入 %1，输出 %2，缓存 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n failed or refused</source>
        <translation>
            <numerusform>%n 个失败或被拒</numerusform>
        </translation>
    </message>
    <message>
        <source>95 %: %1</source>
        <extracomment>%1 is a duration that 95 of 100 answers did not exceed</extracomment>
        <translation>95 %：%1</translation>
    </message>
    <message>
        <source>%1 this month</source>
        <translation>本月 %1</translation>
    </message>
    <message>
        <source>%1 this month, about %2 at its end</source>
        <extracomment>sums of money: %1 was spent this month, %2 will have been at its end</extracomment>
        <translation>本月 %1，月底预计约 %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TimeChart</name>
    <message>
        <source>%1: most %2 at %3</source>
        <extracomment>what a chart shows, read to the blind: %1 is a name, %2 its largest value, %3 a time</extracomment>
        <translation>%1：最高 %2，时间 %3</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TimingTab</name>
    <message>
        <source>%1 ms</source>
        <extracomment>%1 is a number of milliseconds</extracomment>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>%1: %2, after %3</source>
        <extracomment>a stretch of time: %1 what, %2 how long, %3 after how long it began</extracomment>
        <translation>%1：%2，始于 %3 后</translation>
    </message>
    <message>
        <source>The mark is where the answer began: after %1.</source>
        <extracomment>%1 is a duration; &quot;the mark&quot; is drawn above</extracomment>
        <translation>标记处为回答开始的时刻：%1 后。</translation>
    </message>
    <message>
        <source>%1 tokens a second from then on.</source>
        <extracomment>%1 is a number</extracomment>
        <translation>此后每秒 %1 个 token。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Today</name>
    <message>
        <source>Today %1 · %2 tokens</source>
        <extracomment>%1 is an amount of money, %2 a number of tokens</extracomment>
        <translation>今日 %1 · %2 个 token</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TopCard</name>
    <message>
        <source>Most spent</source>
        <translation>花费最多</translation>
    </message>
    <message>
        <source>What is ranked</source>
        <translation>排名对象</translation>
    </message>
    <message>
        <source>Nothing in %1.</source>
        <extracomment>%1 is &quot;the last hour&quot; or another time</extracomment>
        <translation>%1没有内容。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TrafficExport</name>
    <message>
        <source>The selected requests are larger than 256 MB together. Select fewer of them.</source>
        <translation>所选请求合计超过 256 MB。请减少选择。</translation>
    </message>
    <message>
        <source>The window went to another gateway.</source>
        <translation>窗口已切换到另一个网关。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TrafficFeed</name>
    <message>
        <source>What answers at %1 is not this gateway.</source>
        <translation>%1 上响应的不是此网关。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TrafficModel</name>
    <message>
        <source>The gateway stopped or was restarted; how this request ended was not seen.</source>
        <translation>网关已停止或重启；未能得知此请求的结果。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TrafficPage</name>
    <message>
        <source>No request matches the filter. Press Esc to clear it.</source>
        <translation>没有请求符合筛选条件。按 Esc 清除。</translation>
    </message>
    <message>
        <source>Abort the request</source>
        <translation>中止请求</translation>
    </message>
    <message>
        <source>End this request to %1 now? Its caller gets an error, and what the provider has done by now may be charged.</source>
        <translation>现在结束这个发往 %1 的请求？其调用方将收到错误，提供商可能仍会对已完成的部分收费。</translation>
    </message>
    <message>
        <source>Abort request</source>
        <translation>中止请求</translation>
    </message>
    <message>
        <source>The request was aborted.</source>
        <translation>请求已中止。</translation>
    </message>
    <message>
        <source>The request had ended by itself.</source>
        <translation>请求已自行结束。</translation>
    </message>
    <message>
        <source>Select the requests to export first.</source>
        <translation>请先选择要导出的请求。</translation>
    </message>
    <message>
        <source>Export requests</source>
        <translation>导出请求</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON 文件 (*.json)</translation>
    </message>
    <message>
        <source>Nothing was exported: %1</source>
        <translation>未导出任何内容：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) written to %1</source>
        <translation>
            <numerusform>已将 %n 个请求写入 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TrafficTable</name>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message numerus="yes">
        <source>%n new request(s)</source>
        <translation>
            <numerusform>%n 个新请求</numerusform>
        </translation>
    </message>
    <message>
        <source>Show only %1</source>
        <extracomment>%1 is a term of the filter, such as &quot;provider=openai&quot;</extracomment>
        <translation>仅显示 %1</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>隐藏 %1</translation>
    </message>
    <message>
        <source>Copy call ID</source>
        <translation>复制调用 ID</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>导出为 JSON…</translation>
    </message>
    <message>
        <source>Abort…</source>
        <translation>中止…</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::VersionsDialog</name>
    <message>
        <source>Found at the start</source>
        <translation>启动时读入</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Changed on disk</source>
        <translation>在磁盘上更改</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <extracomment>%1 is what was done with a file (&quot;Saved&quot;), %2 who did it</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Versions of the configuration file</source>
        <translation>配置文件的版本</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>What has changed in the file since the version on the left. They are kept until the gateway ends.</source>
        <translation>自左侧版本以来文件中的更改。各版本保留到网关结束运行为止。</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Asking for the versions…</source>
        <translation>正在查询版本…</translation>
    </message>
    <message>
        <source>The file says this now.</source>
        <translation>文件当前内容即是如此。</translation>
    </message>
    <message>
        <source>Saving, and putting it into use…</source>
        <translation>正在保存并应用…</translation>
    </message>
    <message>
        <source>The older version is back.</source>
        <translation>已恢复旧版本。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>已撤销。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::VolumeBars</name>
    <message>
        <source>Requests over time</source>
        <translation>请求随时间变化</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n 个请求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed or refused</source>
        <translation>
            <numerusform>%n 个失败或被拒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Welcome</name>
    <message>
        <source>Start the gateway</source>
        <translation>启动网关</translation>
    </message>
    <message>
        <source>Ready for the first request</source>
        <translation>可以发送第一个请求了</translation>
    </message>
    <message>
        <source>Point any OpenAI or Anthropic client at this address. Requests show up here while they happen.</source>
        <translation>将任意 OpenAI 或 Anthropic 客户端指向此地址，请求会实时显示在这里。</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>In a moment requests can be sent like this.</source>
        <translation>稍后即可这样发送请求。</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Requests that are under way may finish first.</source>
        <translation>正在进行的请求可以先完成。</translation>
    </message>
    <message>
        <source>The gateway is stopped</source>
        <translation>网关已停止</translation>
    </message>
    <message>
        <source>Clients get no answer until it is started.</source>
        <translation>启动之前客户端得不到回答。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Window</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Keep running in the tray when closed</source>
        <translation>关闭窗口后在托盘中继续运行</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About Gatehouse</source>
        <translation>关于 Gatehouse</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>Appearance of the window</extracomment>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>Appearance of the window</extracomment>
        <translation>深色</translation>
    </message>
    <message>
        <source>This desktop has no tray: closing the window quits Gatehouse.</source>
        <translation>此桌面没有托盘：关闭窗口将退出 Gatehouse。</translation>
    </message>
    <message>
        <source>Gatehouse – %1</source>
        <extracomment>title of the window; %1 is the state and place, such as &quot;Running on 127.0.0.1:4000&quot;</extracomment>
        <translation>Gatehouse – %1</translation>
    </message>
    <message>
        <source>close the details, clear the filter</source>
        <translation>关闭详情，清除筛选</translation>
    </message>
    <message>
        <source>ask the gateway now</source>
        <translation>立即向网关查询</translation>
    </message>
    <message>
        <source>open the menu</source>
        <translation>打开菜单</translation>
    </message>
    <message>
        <source>close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>quit Gatehouse</source>
        <translation>退出 Gatehouse</translation>
    </message>
    <message>
        <source>One endpoint in front of your language models.</source>
        <translation>语言模型之前的统一入口。</translation>
    </message>
    <message>
        <source>Licensed under Apache 2.0.</source>
        <translation>采用 Apache 2.0 许可。</translation>
    </message>
    <message>
        <source>First steps…</source>
        <translation>入门步骤…</translation>
    </message>
    <message>
        <source>copy the selected rows, else the base URL</source>
        <translation>复制所选行，否则复制基础 URL</translation>
    </message>
    <message>
        <source>go to a page</source>
        <translation>转到页面</translation>
    </message>
    <message>
        <source>filter the rows of the page</source>
        <translation>筛选页面中的行</translation>
    </message>
    <message>
        <source>Leave this gateway?</source>
        <translation>离开此网关？</translation>
    </message>
    <message>
        <source>The configuration file has changes that are not saved. They are lost.</source>
        <translation>配置文件有未保存的更改，这些更改将会丢失。</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>前往…</translation>
    </message>
    <message>
        <source>go anywhere by typing: pages, settings, models, keys</source>
        <translation>键入即可前往任意位置：页面、设置、模型、密钥</translation>
    </message>
    <message>
        <source>go to the settings</source>
        <translation>转到设置</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::WirePane</name>
    <message>
        <source>(%1 that are no text)</source>
        <translation>（%1 非文本内容）</translation>
    </message>
    <message>
        <source>the last %1 were not kept</source>
        <extracomment>%1 is an amount of data</extracomment>
        <translation>末尾 %1 未保留</translation>
    </message>
    <message>
        <source>uploaded files are not kept</source>
        <translation>上传的文件不予保留</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) redacted</source>
        <translation>
            <numerusform>已隐去 %n 个值</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy body</source>
        <translation>复制正文</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::WiresTab</name>
    <message>
        <source>a copy</source>
        <extracomment>of a request that was sent to two providers at once to be faster</extracomment>
        <translation>副本</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>调用方</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>No answer was sent yet.</source>
        <translation>尚未发送回答。</translation>
    </message>
    <message>
        <source>No provider was asked.</source>
        <translation>未请求任何提供商。</translation>
    </message>
    <message>
        <source>There was no answer.</source>
        <translation>没有回答。</translation>
    </message>
</context>
</TS>
