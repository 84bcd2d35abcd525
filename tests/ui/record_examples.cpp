// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "record_examples.h"

using namespace Qt::StringLiterals;

namespace gatehouse::ui::test {

QList<SaidExample> saidExamples()
{
    return {
        SaidExample {"openai chat",
            uR"({"messages":[{"role":"system","content":"Be kind."},{"role":"user","content":[{"type":"text","text":"What is this?"},
                {"type":"image_url","image_url":{"url":"data:image/png;base64,AAAAAAAA"}}]},
                {"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"look","arguments":"{\"a\":1}"}}]},
                {"role":"tool","tool_call_id":"c1","content":"a cat"}]})"_s,
            uR"({"choices":[{"message":{"role":"assistant","reasoning_content":"Hm.","content":"A cat."}}]})"_s,
            u"system text : Be kind.\nuser text : What is this?\nuser file image/png: 6\nassistant call look: {\"a\":1}\n"
            "tool result c1: a cat\nassistant* reasoning : Hm.\nassistant* text : A cat."_s},
        SaidExample {"openai stream", uR"({"messages":[{"role":"user","content":"Hi"}]})"_s,
            u"data: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n"
            "data: {\"choices\":[{\"delta\":{\"reasoning_content\":\"So…\"}}]}\n\n"
            "data: {\"choices\":[{\"delta\":{\"content\":\"Hel\"}}]}\r\n\r\ndata: "
            "{\"choices\":[{\"delta\":{\"content\":\"lo\"}}]}\n\n"
            "data: "
            "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"x\",\"function\":{\"name\":\"look\",\"arguments\":"
            "\"\"}}]}}]}\n\n"
            "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{}\"}}]}}]}\n\ndata: [DONE]\n\ndata: {\"cut"_s,
            u"user text : Hi\nassistant* reasoning : So…\nassistant* text : Hello\nassistant* call look: {}"_s},
        SaidExample {"anthropic",
            uR"({"system":[{"type":"text","text":"Short."}],"messages":[{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":[{"type":"text","text":"12"}]},
                {"type":"document","source":{"type":"base64","media_type":"application/pdf","data":"AAAA"}}]}]})"_s,
            uR"({"type":"message","role":"assistant","content":[{"type":"thinking","thinking":"Well"},{"type":"text","text":"Yes"},{"type":"tool_use","name":"go","input":{"b":2}}]})"_s,
            u"system text : Short.\nuser result t1: 12\nuser file application/pdf: 3\nassistant* reasoning : Well\n"
            "assistant* text : Yes\nassistant* call go: {\"b\":2}"_s},
        SaidExample {"anthropic stream", uR"({"messages":[{"role":"user","content":"Hi"}]})"_s,
            u"event: content_block_delta\ndata: "
            u"{\"type\":\"content_block_delta\",\"delta\":{\"type\":\"text_delta\",\"text\":\"Wo\"}}\n\n"
            "data: {\"type\":\"content_block_delta\",\"delta\":{\"text\":\"rd\"}}\n\ndata: "
            "{\"type\":\"content_block_start\",\"content_block\":{\"type\":\"tool_use\",\"name\":\"go\"}}\n\n"
            "data: {\"type\":\"content_block_delta\",\"delta\":{\"partial_json\":\"{\\\"a\\\":\"}}\n\ndata: {\"type\":\"content_block_delta\",\"delta\":{\"partial_json\":\"1}\"}}\n\n"_s,
            u"user text : Hi\nassistant* text : Word\nassistant* call go: {\"a\":1}"_s},
        SaidExample {"responses",
            uR"({"instructions":"Be brief","input":[{"role":"user","content":[{"type":"input_text","text":"Go"}]},{"type":"function_call_output","call_id":"f1","output":"done"}]})"_s,
            uR"({"output":[{"type":"reasoning","summary":[{"type":"summary_text","text":"Thinking"}]},{"type":"message","role":"assistant","content":[{"type":"output_text","text":"Gone"}]},{"type":"function_call","name":"run","arguments":"{}"}]})"_s,
            u"system text : Be brief\nuser text : Go\ntool result f1: done\nassistant* reasoning : Thinking\nassistant* text : Gone\nassistant* call run: {}"_s},
        SaidExample {"responses stream", uR"({"input":"Hi"})"_s,
            u"data: {\"type\":\"response.output_text.delta\",\"delta\":\"He\"}\n\ndata: {\"type\":\"response.output_text.delta\",\"delta\":\"y\"}\n\n"_s,
            u"user text : Hi\nassistant* text : Hey"_s},
        SaidExample {"google",
            uR"({"systemInstruction":{"parts":[{"text":"Sys"}]},"contents":[{"role":"user","parts":[{"text":"Look"},{"inlineData":{"mimeType":"image/jpeg","data":"AAAA"}}]}]})"_s,
            uR"({"candidates":[{"content":{"role":"model","parts":[{"text":"I ","thought":true},{"text":"see"},{"functionCall":{"name":"f","args":{"x":1}}}]}}]})"_s,
            u"system text : Sys\nuser text : Look\nuser file image/jpeg: 3\nassistant* reasoning : I \nassistant* text : see\nassistant* call f: {\"x\":1}"_s},
        SaidExample {"google stream", uR"({"contents":[{"role":"user","parts":[{"text":"Draw"}]}]})"_s,
            u"data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Here: \"}]}}]}\n\ndata: {\"candidates\":[{\"content\":{\"parts\":[{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"AAAA\"}}]}}]}\n\n"_s,
            u"user text : Draw\nassistant* text : Here: \nassistant* file image/png: 3"_s},
        SaidExample {"embeddings", uR"({"input":["one","two"],"model":"e"})"_s, uR"({"data":[{"embedding":[0.1]}]})"_s,
            u"user text : one\nuser text : two"_s},
        SaidExample {"nonsense", u"{\"messages\":{\"a\":[1,2]},\"input\":7}"_s, u"\0\uFFFF]["_s, u""_s},
        SaidExample {"wrong kinds",
            uR"({"messages":[1,null,[],{"role":7,"content":{"type":[]}},{"content":[[],{"type":"image_url"}]}]})"_s,
            uR"({"choices":[7,{"message":[]}],"output":{},"content":[]})"_s,
            u"assistant other : {\"type\":[]}\nassistant file image_url: "_s},
    };
}

QList<BodyExample> bodyExamples()
{
    return {
        BodyExample {"whole", uR"({"a":[1,2],"b":{"c":"x,{\"}"},"d":[],"e":{ }})"_s,
            u"{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {\n    \"c\": \"x,{\\\"}\"\n  },\n  \"d\": [],\n  \"e\": {}\n}"_s},
        BodyExample {"cut in a text", uR"({"a":"half)"_s, u"{\n  \"a\": \"half"_s},
        BodyExample {"cut after a backslash", u"[\"a\\"_s, u"[\n  \"a\\"_s},
        BodyExample {"closed too often", u"{}]]"_s, u"{}\n]\n]"_s},
        BodyExample {"no JSON", u"event: a\ndata: {\"x\":1}\n"_s, u"event: a\ndata: {\"x\":1}\n"_s},
        BodyExample {"nothing", u""_s, u""_s},
    };
}

QByteArray recordExample()
{
    return R"({"id":7,"call_id":"c","state":"failed","captured":true,"messages_hidden":false,
            "timing":{"queue_ms":2,"admission_ms":0.5,"duration_ms":90},"duration_ms":90,"tries":[{"deployment":"d-1","fault":"Overloaded"},{"deployment":"d-2"}],
            "cost_lines":[{"kind":"input","units":11,"price":0.0000025,"cost":0.0000275}],"account":{"key_alias":"mine","tags":["a","b"],"peer":""},
            "routing":[{"at_ms":0.3,"group":"g","strategy":"simple-shuffle","candidates":[{"deployment":"d-1","provider":"p","verdict":"resting","why":"429"}],"not_listed":3}],
            "wires":{"client_request":{"begin_ms":0,"end_ms":0,"method":"POST","url":"/v1/x","headers":[["Content-Type","application/json"]],"body":"{}","bytes":2},
              "attempts":[{"deployment":"d-1","request":{"begin_ms":3},"response":{"begin_ms":10,"end_ms":20,"status":529,"body_base64":"AA=="}},{"deployment":"d-2","request":{"begin_ms":21},"response":null}],"client_response":null},
            "prompt_cache":{"verdict":"miss","missed_tokens":9,"compared_with":{"call_id":"b","age_s":12},"reasons":["r"],"advice":["a"]}})";
}

QByteArray wrongRecordExample()
{
    return R"({"wires":7,"routing":{"a":1},"cost_lines":"x","timing":[],"account":[1],"prompt_cache":null})";
}

} // namespace gatehouse::ui::test
