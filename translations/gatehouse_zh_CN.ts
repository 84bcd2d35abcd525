<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
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
        <source>Tokens in the answer</source>
        <translation>回答的 token 数</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>调用方</translation>
    </message>
    <message>
        <source>Name of the caller&apos;s key</source>
        <translation>调用方密钥的名称</translation>
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
    <name>gatehouse::ui::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
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
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n 个进行中</numerusform>
        </translation>
    </message>
    <message>
        <source>Gatehouse keeps running</source>
        <translation>Gatehouse 仍在运行</translation>
    </message>
    <message>
        <source>Open its window or quit it from the icon in the tray.</source>
        <translation>可通过托盘图标打开窗口或退出程序。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::LivePage</name>
    <message>
        <source>No request matches the filter. Press Esc to clear it.</source>
        <translation>没有请求符合筛选条件。按 Esc 清除。</translation>
    </message>
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
        <source>Words must all match. Fields: model: provider: who: state: path: error: id: status&gt;=400 duration&gt;1000 first&gt;500 in&gt; out&gt; attempts&gt;1</source>
        <translation>所有词都必须匹配。字段：model: provider: who: state: path: error: id: status&gt;=400 duration&gt;1000 first&gt;500 in&gt; out&gt; attempts&gt;1</translation>
    </message>
    <message>
        <source>How to connect…</source>
        <translation>如何连接…</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%Ln 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 requests</source>
        <extracomment>%1 of %2 requests pass the filter</extracomment>
        <translation>%1 / %2 个请求</translation>
    </message>
    <message>
        <source>How to connect</source>
        <translation>如何连接</translation>
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
    <name>gatehouse::ui::SummaryRow</name>
    <message>
        <source>Requests, last minute</source>
        <translation>最近一分钟的请求</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token 数</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Median duration</source>
        <extracomment>the middle value of how long answers took</extracomment>
        <translation>耗时中位数</translation>
    </message>
    <message>
        <source>&gt; %1</source>
        <extracomment>more than; %1 is a number, the window does not remember more requests than that</extracomment>
        <translation>&gt; %1</translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n 个进行中</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <extracomment>numbers of tokens: %1 in the questions, %2 in the answers</extracomment>
        <translation>输入 %1，输出 %2</translation>
    </message>
    <message>
        <source>%1 failed, %2 refused</source>
        <extracomment>numbers of requests: %1 failed at a provider, %2 refused by the gateway</extracomment>
        <translation>%1 个失败，%2 个被拒</translation>
    </message>
    <message>
        <source>First token: %1</source>
        <extracomment>%1 is a duration: the middle value of the time until answers began</extracomment>
        <translation>首个 token：%1</translation>
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
        <source>copy the selected requests, else the base URL</source>
        <translation>复制所选请求，否则复制基础 URL</translation>
    </message>
    <message>
        <source>filter requests</source>
        <translation>筛选请求</translation>
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
</context>
</TS>
