// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/table.h"
#include "gateway/providers/address_rules.h"
#include "gateway/providers/azure.h"
#include "gateway/providers/bedrock.h"
#include "gateway/providers/google_addresses.h"
#include "gateway/providers/native_addresses.h"

namespace gatehouse::providers {

namespace {

// What OpenAI's API offers; a server that calls itself compatible says itself what it does not have.
constexpr Operations everything {Operation::Chat, Operation::Embedding, Operation::Moderation, Operation::Rerank,
    Operation::ImageGeneration, Operation::ImageEdit, Operation::Speech, Operation::Transcription, Operation::AudioTranslation};
constexpr Operations everythingAndTokens {Operation::Chat, Operation::CountTokens, Operation::Embedding, Operation::Moderation,
    Operation::Rerank, Operation::ImageGeneration, Operation::ImageEdit, Operation::Speech, Operation::Transcription,
    Operation::AudioTranslation};
constexpr Operations nothing {};

} // namespace

// One line a provider, however long: a table is read down its columns.
const std::vector<Provider> &table()
{
    // clang-format off
    static const std::vector<Provider> rows {
        // The big ones, with dialects or addresses of their own.
        {.name = "openai", .title = "OpenAI", .alsoSpeaks = {Dialect::OpenAiResponses, Dialect::OpenAiText}, .base = "https://api.openai.com/v1", .keyVariables = "OPENAI_API_KEY", .baseVariables = "OPENAI_BASE_URL|OPENAI_API_BASE", .operations = everything, .isOpenAi = true, .quirks = {Quirk::OpenAiModels}, .takesTokens = true},
        {.name = "text-completion-openai", .title = "OpenAI", .dialect = Dialect::OpenAiText, .base = "https://api.openai.com/v1", .keyVariables = "OPENAI_API_KEY", .baseVariables = "OPENAI_BASE_URL|OPENAI_API_BASE", .isOpenAi = true},
        {.name = "azure", .alsoSpeaks = {Dialect::OpenAiResponses, Dialect::OpenAiText}, .credential = Credential::ApiKey, .keyVariables = "AZURE_API_KEY|AZURE_OPENAI_API_KEY", .baseVariables = "AZURE_API_BASE", .address = azureAddress, .access = entraAccess, .operations = everything, .quirks = {Quirk::OpenAiModels}, .takesTokens = true},
        {.name = "azure_text", .title = "Azure", .dialect = Dialect::OpenAiText, .credential = Credential::ApiKey, .keyVariables = "AZURE_API_KEY|AZURE_OPENAI_API_KEY", .baseVariables = "AZURE_API_BASE", .address = azureAddress, .access = entraAccess},
        {.name = "azure_ai", .alsoSpeaks = {Dialect::AnthropicMessages}, .credential = Credential::ApiKey, .keyVariables = "AZURE_AI_API_KEY", .baseVariables = "AZURE_AI_API_BASE", .address = azureAiAddress, .access = foundryAccess, .operations = {Operation::Chat, Operation::Embedding, Operation::Rerank, Operation::ImageGeneration}},
        {.name = "anthropic", .dialect = Dialect::AnthropicMessages, .base = "https://api.anthropic.com", .credential = Credential::XApiKey, .keyVariables = "ANTHROPIC_API_KEY", .baseVariables = "ANTHROPIC_API_BASE|ANTHROPIC_BASE_URL", .operations = {Operation::Chat, Operation::CountTokens}},
        {.name = "bedrock", .dialect = Dialect::BedrockConverse, .alsoSpeaks = {Dialect::AnthropicMessages}, .credential = Credential::Cloud, .baseVariables = "AWS_BEDROCK_RUNTIME_ENDPOINT", .baseParam = "aws_bedrock_runtime_endpoint", .cloudBase = bedrockBase, .address = bedrockAddress, .access = awsAccess, .speaks = bedrockDialect, .operations = {Operation::Chat, Operation::Embedding}},
        {.name = "cohere", .dialect = Dialect::CohereChat, .base = "https://api.cohere.com", .keyVariables = "COHERE_API_KEY|CO_API_KEY", .baseVariables = "COHERE_API_BASE", .address = cohereAddress, .operations = {Operation::Chat, Operation::Embedding, Operation::Rerank}},
        {.name = "cohere_chat", .title = "Cohere", .dialect = Dialect::CohereChat, .base = "https://api.cohere.com", .keyVariables = "COHERE_API_KEY|CO_API_KEY", .baseVariables = "COHERE_API_BASE", .address = cohereAddress},
        {.name = "ollama", .dialect = Dialect::OllamaChat, .base = "http://localhost:11434", .keyVariables = "OLLAMA_API_KEY", .baseVariables = "OLLAMA_API_BASE", .address = ollamaAddress, .operations = {Operation::Chat, Operation::Embedding}},
        {.name = "ollama_chat", .dialect = Dialect::OllamaChat, .base = "http://localhost:11434", .keyVariables = "OLLAMA_API_KEY", .baseVariables = "OLLAMA_API_BASE", .address = ollamaAddress, .operations = {Operation::Chat, Operation::Embedding}},
        {.name = "gemini", .dialect = Dialect::GeminiGenerate, .base = "https://generativelanguage.googleapis.com/v1beta", .credential = Credential::Google, .keyVariables = "GEMINI_API_KEY|GOOGLE_API_KEY", .baseVariables = "GEMINI_API_BASE", .address = geminiAddress, .operations = {Operation::Chat, Operation::CountTokens, Operation::Embedding}},
        {.name = "vertex_ai", .title = "VertexAI", .dialect = Dialect::GeminiGenerate, .base = "https://aiplatform.googleapis.com", .credential = Credential::Cloud, .baseVariables = "VERTEXAI_API_BASE", .address = vertexAddress, .access = googleAccess, .speaks = vertexDialect, .operations = {Operation::Chat, Operation::CountTokens, Operation::Embedding}},
        {.name = "vertex_ai_beta", .title = "VertexAI", .dialect = Dialect::GeminiGenerate, .base = "https://aiplatform.googleapis.com", .credential = Credential::Cloud, .baseVariables = "VERTEXAI_API_BASE", .address = vertexAddress, .access = googleAccess, .speaks = vertexDialect, .operations = {Operation::Chat, Operation::CountTokens, Operation::Embedding}},
        // Those that speak OpenAI's chat completions, and how they deviate.
        {.name = "abliteration", .base = "https://api.abliteration.ai/v1", .keyVariables = "ABLITERATION_API_KEY", .baseVariables = "ABLITERATION_API_BASE"},
        {.name = "ai21", .title = "Ai21", .base = "https://api.ai21.com/studio/v1", .keyVariables = "AI21_API_KEY", .baseVariables = "AI21_API_BASE"},
        {.name = "ai21_chat", .title = "Ai21", .base = "https://api.ai21.com/studio/v1", .keyVariables = "AI21_API_KEY", .baseVariables = "AI21_API_BASE"},
        {.name = "aiml", .base = "https://api.aimlapi.com/v1", .keyVariables = "AIML_API_KEY", .baseVariables = "AIML_API_BASE", .operations = {Operation::Chat, Operation::Embedding}},
        {.name = "aiohttp_openai", .alsoSpeaks = {Dialect::OpenAiText}, .keyVariables = "OPENAI_LIKE_API_KEY", .baseVariables = "OPENAI_LIKE_API_BASE", .operations = everything, .takesTokens = true},
        {.name = "amazon_nova", .base = "https://api.nova.amazon.com/v1", .keyVariables = "AMAZON_NOVA_API_KEY", .baseVariables = "AMAZON_NOVA_API_BASE"},
        {.name = "anyscale", .base = "https://api.endpoints.anyscale.com/v1", .keyVariables = "ANYSCALE_API_KEY", .baseVariables = "ANYSCALE_API_BASE"},
        {.name = "apertis", .base = "https://api.stima.tech/v1", .keyVariables = "STIMA_API_KEY", .baseVariables = "APERTIS_API_BASE", .quirks = {Quirk::OldMaxTokens}},
        {.name = "assemblyai", .base = "https://llm-gateway.assemblyai.com/v1", .credential = Credential::Header, .keyVariables = "ASSEMBLYAI_API_KEY", .keyHeader = "authorization"},
        {.name = "baseten", .base = "https://inference.baseten.co/v1", .keyVariables = "BASETEN_API_KEY", .baseVariables = "BASETEN_API_BASE", .address = basetenAddress, .operations = {Operation::Chat, Operation::Embedding}},
        {.name = "bedrock_mantle", .title = "Bedrock", .alsoSpeaks = {Dialect::OpenAiResponses}, .base = "https://bedrock-mantle.{AWS_REGION_NAME|AWS_REGION:us-east-1}.api.aws/v1", .keyVariables = "BEDROCK_MANTLE_API_KEY|AWS_BEARER_TOKEN_BEDROCK", .baseVariables = "BEDROCK_MANTLE_API_BASE"},
        {.name = "bytez", .base = "https://api.bytez.com/models/v2/openai/v1", .keyVariables = "BYTEZ_API_KEY", .baseVariables = "BYTEZ_API_BASE"},
        {.name = "cerebras", .alsoSpeaks = {Dialect::OpenAiText}, .base = "https://api.cerebras.ai/v1", .keyVariables = "CEREBRAS_API_KEY", .baseVariables = "CEREBRAS_API_BASE", .takes = "max_tokens max_completion_tokens response_format seed stop stream stream_options temperature top_p tools tool_choice parallel_tool_calls user reasoning_effort logprobs top_logprobs"},
        {.name = "chutes", .base = "https://llm.chutes.ai/v1", .keyVariables = "CHUTES_API_KEY", .baseVariables = "CHUTES_API_BASE", .quirks = {Quirk::OldMaxTokens}},
        {.name = "clarifai", .base = "https://api.clarifai.com/v2/ext/openai/v1", .keyVariables = "CLARIFAI_API_KEY|CLARIFAI_PAT"},
        {.name = "cloudflare", .base = "https://api.cloudflare.com/client/v4/accounts/{CLOUDFLARE_ACCOUNT_ID}/ai/v1", .keyVariables = "CLOUDFLARE_API_KEY", .baseVariables = "CLOUDFLARE_API_BASE", .operations = {Operation::Chat, Operation::Embedding}},
        {.name = "codestral", .base = "https://codestral.mistral.ai/v1", .keyVariables = "CODESTRAL_API_KEY", .baseVariables = "CODESTRAL_API_BASE", .quirks = {Quirk::PlainSchemas, Quirk::TextContent, Quirk::OldMaxTokens, Quirk::NoUser, Quirk::NoNames, Quirk::AnyForRequired, Quirk::RandomSeed, Quirk::NoStreamOptions}, .takes = "stream temperature top_p max_tokens max_completion_tokens tools tool_choice seed stop response_format parallel_tool_calls"},
        {.name = "cometapi", .base = "https://api.cometapi.com/v1", .keyVariables = "COMETAPI_KEY|COMETAPI_API_KEY", .baseVariables = "COMETAPI_BASE_URL|COMETAPI_API_BASE", .operations = {Operation::Chat, Operation::Embedding}},
        {.name = "compactifai", .base = "https://api.compactif.ai/v1", .keyVariables = "COMPACTIFAI_API_KEY", .baseVariables = "COMPACTIFAI_API_BASE"},
        {.name = "custom_openai", .alsoSpeaks = {Dialect::OpenAiText}, .keyVariables = "OPENAI_LIKE_API_KEY", .baseVariables = "OPENAI_LIKE_API_BASE", .operations = everything, .takesTokens = true},
        {.name = "dashscope", .base = "https://dashscope-intl.aliyuncs.com/compatible-mode/v1", .keyVariables = "DASHSCOPE_API_KEY", .baseVariables = "DASHSCOPE_API_BASE", .operations = {Operation::Chat, Operation::Embedding}, .quirks = {Quirk::TextContent}},
        {.name = "databricks", .keyVariables = "DATABRICKS_API_KEY|DATABRICKS_TOKEN", .baseVariables = "DATABRICKS_API_BASE", .operations = {Operation::Chat, Operation::Embedding}},
        {.name = "datarobot", .base = "https://app.datarobot.com/api/v2/genai/llmgw", .keyVariables = "DATAROBOT_API_TOKEN", .baseVariables = "DATAROBOT_ENDPOINT"},
        {.name = "deepinfra", .alsoSpeaks = {Dialect::OpenAiText}, .base = "https://api.deepinfra.com/v1/openai", .keyVariables = "DEEPINFRA_API_KEY", .baseVariables = "DEEPINFRA_API_BASE", .address = deepInfraAddress, .operations = everything, .quirks = {Quirk::SimpleToolChoice}},
        {.name = "deepseek", .alsoSpeaks = {Dialect::OpenAiText}, .base = "https://api.deepseek.com/beta", .keyVariables = "DEEPSEEK_API_KEY", .baseVariables = "DEEPSEEK_API_BASE", .quirks = {Quirk::NoUser, Quirk::TextContent, Quirk::ThinkingSwitch}},
        {.name = "docker_model_runner", .base = "http://localhost:22088/engines/llama.cpp/v1", .keyVariables = "DOCKER_MODEL_RUNNER_API_KEY", .baseVariables = "DOCKER_MODEL_RUNNER_API_BASE", .operations = {Operation::Chat, Operation::Embedding}},
        {.name = "empower", .base = "https://app.empower.dev/api/v1", .keyVariables = "EMPOWER_API_KEY", .baseVariables = "EMPOWER_API_BASE"},
        {.name = "featherless_ai", .base = "https://api.featherless.ai/v1", .keyVariables = "FEATHERLESS_API_KEY|FEATHERLESS_AI_API_KEY", .baseVariables = "FEATHERLESS_API_BASE", .quirks = {Quirk::SimpleToolChoice}},
        {.name = "fireworks_ai", .alsoSpeaks = {Dialect::OpenAiText, Dialect::OpenAiResponses}, .base = "https://api.fireworks.ai/inference/v1", .keyVariables = "FIREWORKS_API_KEY|FIREWORKS_AI_API_KEY|FIREWORKSAI_API_KEY|FIREWORKS_AI_TOKEN", .baseVariables = "FIREWORKS_API_BASE", .operations = {Operation::Chat, Operation::Embedding, Operation::Rerank, Operation::Transcription}, .quirks = {Quirk::FireworksNames, Quirk::AnyForRequired, Quirk::SchemaAsObject, Quirk::LaxTools, Quirk::OldMaxTokens}},
        {.name = "friendliai", .base = "https://api.friendli.ai/serverless/v1", .keyVariables = "FRIENDLIAI_API_KEY|FRIENDLI_TOKEN", .baseVariables = "FRIENDLI_API_BASE"},
        {.name = "galadriel", .base = "https://api.galadriel.com/v1", .keyVariables = "GALADRIEL_API_KEY", .baseVariables = "GALADRIEL_API_BASE"},
        {.name = "github", .base = "https://models.inference.ai.azure.com", .keyVariables = "GITHUB_API_KEY", .baseVariables = "GITHUB_API_BASE", .operations = {Operation::Chat, Operation::Embedding}},
        {.name = "gmi", .base = "https://api.gmi-serving.com/v1", .keyVariables = "GMI_API_KEY", .baseVariables = "GMI_API_BASE"},
        {.name = "gradient_ai", .base = "https://inference.do-ai.run/v1", .keyVariables = "GRADIENT_AI_API_KEY", .baseVariables = "GRADIENT_AI_AGENT_ENDPOINT"},
        {.name = "groq", .alsoSpeaks = {Dialect::OpenAiResponses}, .base = "https://api.groq.com/openai/v1", .keyVariables = "GROQ_API_KEY", .baseVariables = "GROQ_API_BASE", .operations = {Operation::Chat, Operation::Speech, Operation::Transcription, Operation::AudioTranslation}, .quirks = {Quirk::NoUser, Quirk::NoNulls}},
        {.name = "helicone", .base = "https://ai-gateway.helicone.ai", .keyVariables = "HELICONE_API_KEY", .baseVariables = "HELICONE_API_BASE"},
        {.name = "heroku", .keyVariables = "HEROKU_API_KEY", .baseVariables = "HEROKU_API_BASE", .operations = {Operation::Chat, Operation::Embedding}},
        {.name = "hosted_vllm", .alsoSpeaks = {Dialect::OpenAiText}, .keyVariables = "HOSTED_VLLM_API_KEY", .baseVariables = "HOSTED_VLLM_API_BASE", .operations = everything, .quirks = {Quirk::NoUser, Quirk::PlainTools}, .takesTokens = true},
        {.name = "huggingface", .base = "https://router.huggingface.co/v1", .keyVariables = "HF_TOKEN|HUGGINGFACE_API_KEY", .baseVariables = "HUGGINGFACE_API_BASE|HF_API_BASE", .address = huggingFaceAddress, .operations = {Operation::Chat, Operation::Embedding, Operation::Rerank}},
        {.name = "hyperbolic", .base = "https://api.hyperbolic.xyz/v1", .keyVariables = "HYPERBOLIC_API_KEY", .baseVariables = "HYPERBOLIC_API_BASE"},
        {.name = "inception", .base = "https://api.inceptionlabs.ai/v1", .keyVariables = "INCEPTION_API_KEY", .baseVariables = "INCEPTION_API_BASE"},
        {.name = "infinity", .keyVariables = "INFINITY_API_KEY", .baseVariables = "INFINITY_API_BASE", .operations = {Operation::Embedding, Operation::Rerank}},
        {.name = "jina_ai", .base = "https://api.jina.ai/v1", .keyVariables = "JINA_AI_API_KEY", .baseVariables = "JINA_AI_API_BASE", .operations = {Operation::Embedding, Operation::Rerank}},
        {.name = "lambda_ai", .base = "https://api.lambda.ai/v1", .keyVariables = "LAMBDA_API_KEY", .baseVariables = "LAMBDA_API_BASE"},
        {.name = "lemonade", .alsoSpeaks = {Dialect::OpenAiText}, .base = "http://localhost:8000/api/v1", .keyVariables = "LEMONADE_API_KEY", .baseVariables = "LEMONADE_API_BASE", .operations = {Operation::Chat, Operation::Embedding}},
        {.name = "libertai", .base = "https://api.libertai.io/v1", .keyVariables = "LIBERTAI_API_KEY", .baseVariables = "LIBERTAI_API_BASE"},
        {.name = "litellm_proxy", .alsoSpeaks = {Dialect::OpenAiText, Dialect::OpenAiResponses, Dialect::AnthropicMessages}, .keyVariables = "LITELLM_PROXY_API_KEY", .baseVariables = "LITELLM_PROXY_API_BASE", .operations = everythingAndTokens, .takesTokens = true},
        {.name = "llamafile", .base = "http://127.0.0.1:8080/v1", .keyVariables = "LLAMAFILE_API_KEY", .baseVariables = "LLAMAFILE_API_BASE", .operations = {Operation::Chat, Operation::Embedding}},
        {.name = "llamagate", .base = "https://api.llamagate.dev/v1", .keyVariables = "LLAMAGATE_API_KEY", .baseVariables = "LLAMAGATE_API_BASE", .quirks = {Quirk::OldMaxTokens}},
        {.name = "lm_studio", .alsoSpeaks = {Dialect::OpenAiText}, .base = "http://127.0.0.1:1234/v1", .keyVariables = "LM_STUDIO_API_KEY", .baseVariables = "LM_STUDIO_API_BASE", .operations = {Operation::Chat, Operation::Embedding}},
        {.name = "maritalk", .base = "https://chat.maritaca.ai/api", .keyVariables = "MARITALK_API_KEY", .baseVariables = "MARITALK_API_BASE"},
        {.name = "meta_llama", .base = "https://api.llama.com/compat/v1", .keyVariables = "LLAMA_API_KEY", .baseVariables = "LLAMA_API_BASE"},
        {.name = "minimax", .alsoSpeaks = {Dialect::AnthropicMessages}, .base = "https://api.minimax.io/v1", .keyVariables = "MINIMAX_API_KEY", .baseVariables = "MINIMAX_API_BASE", .address = minimaxAddress, .operations = {Operation::Chat, Operation::Embedding}},
        {.name = "mistral", .base = "https://api.mistral.ai/v1", .keyVariables = "MISTRAL_API_KEY|MISTRAL_AZURE_API_KEY", .baseVariables = "MISTRAL_API_BASE|MISTRAL_AZURE_API_BASE", .operations = {Operation::Chat, Operation::Embedding, Operation::Moderation, Operation::Transcription}, .quirks = {Quirk::PlainSchemas, Quirk::TextContent, Quirk::OldMaxTokens, Quirk::NoUser, Quirk::NoNames, Quirk::AnyForRequired, Quirk::RandomSeed, Quirk::NoStreamOptions}, .takes = "stream temperature top_p max_tokens max_completion_tokens tools tool_choice seed stop response_format parallel_tool_calls"},
        {.name = "modelscope", .base = "https://api-inference.modelscope.cn/v1", .keyVariables = "MODELSCOPE_API_KEY", .baseVariables = "MODELSCOPE_API_BASE"},
        {.name = "moonshot", .base = "https://api.moonshot.ai/v1", .keyVariables = "MOONSHOT_API_KEY", .baseVariables = "MOONSHOT_API_BASE", .quirks = {Quirk::LowTemperature, Quirk::TextContent}, .refuses = "functions function_call"},
        {.name = "morph", .base = "https://api.morphllm.com/v1", .keyVariables = "MORPH_API_KEY", .baseVariables = "MORPH_API_BASE"},
        {.name = "nano-gpt", .base = "https://nano-gpt.com/api/v1", .keyVariables = "NANOGPT_API_KEY", .baseVariables = "NANOGPT_API_BASE", .quirks = {Quirk::OldMaxTokens}},
        {.name = "nebius", .base = "https://api.studio.nebius.ai/v1", .keyVariables = "NEBIUS_API_KEY", .baseVariables = "NEBIUS_API_BASE", .operations = {Operation::Chat, Operation::Embedding}},
        {.name = "neosantara", .alsoSpeaks = {Dialect::OpenAiResponses}, .base = "https://api.neosantara.xyz/v1", .keyVariables = "NEOSANTARA_API_KEY", .baseVariables = "NEOSANTARA_API_BASE"},
        {.name = "novita", .base = "https://api.novita.ai/v3/openai", .keyVariables = "NOVITA_API_KEY", .baseVariables = "NOVITA_API_BASE", .headers = {{"x-novita-source", "gatehouse"}}},
        {.name = "nscale", .base = "https://inference.api.nscale.com/v1", .keyVariables = "NSCALE_API_KEY", .baseVariables = "NSCALE_API_BASE", .operations = {Operation::Chat, Operation::Embedding}},
        {.name = "nvidia_nim", .alsoSpeaks = {Dialect::OpenAiText}, .base = "https://integrate.api.nvidia.com/v1", .keyVariables = "NVIDIA_NIM_API_KEY", .baseVariables = "NVIDIA_NIM_API_BASE", .address = nvidiaAddress, .operations = {Operation::Chat, Operation::Embedding, Operation::Rerank}, .quirks = {Quirk::OldMaxTokens, Quirk::NoUser}},
        {.name = "oci", .title = "OCI", .alsoSpeaks = {Dialect::OpenAiResponses}, .base = "https://inference.generativeai.{OCI_REGION:us-chicago-1}.oci.oraclecloud.com/openai/v1", .keyVariables = "OCI_API_KEY", .baseVariables = "OCI_API_BASE"},
        {.name = "oobabooga", .alsoSpeaks = {Dialect::OpenAiText}, .base = "http://127.0.0.1:5000/v1", .keyVariables = "OOBABOOGA_API_KEY", .baseVariables = "OOBABOOGA_API_BASE", .operations = {Operation::Chat, Operation::Embedding}},
        {.name = "openai_like", .alsoSpeaks = {Dialect::OpenAiText}, .keyVariables = "OPENAI_LIKE_API_KEY", .baseVariables = "OPENAI_LIKE_API_BASE", .operations = everything, .takesTokens = true},
        {.name = "openrouter", .alsoSpeaks = {Dialect::OpenAiText, Dialect::OpenAiResponses}, .base = "https://openrouter.ai/api/v1", .keyVariables = "OPENROUTER_API_KEY|OR_API_KEY", .baseVariables = "OPENROUTER_API_BASE", .operations = {Operation::Chat, Operation::Embedding}, .quirks = {Quirk::NoUser, Quirk::AskForCost}, .headers = {{"http-referer", "{OR_SITE_URL}"}, {"x-title", "{OR_APP_NAME:Gatehouse}"}}},
        {.name = "ovhcloud", .base = "https://oai.endpoints.kepler.ai.cloud.ovh.net/v1", .keyVariables = "OVHCLOUD_API_KEY", .baseVariables = "OVHCLOUD_API_BASE", .operations = {Operation::Chat, Operation::Embedding}},
        {.name = "parasail", .base = "https://api.parasail.io/v1", .keyVariables = "PARASAIL_API_KEY", .baseVariables = "PARASAIL_API_BASE", .operations = {Operation::Chat, Operation::Embedding}},
        {.name = "perplexity", .base = "https://api.perplexity.ai", .keyVariables = "PERPLEXITYAI_API_KEY|PERPLEXITY_API_KEY", .baseVariables = "PERPLEXITY_API_BASE", .operations = {Operation::Chat, Operation::Embedding}, .quirks = {Quirk::NoUser, Quirk::OldMaxTokens}, .takes = "frequency_penalty max_tokens max_completion_tokens presence_penalty response_format stream temperature top_p reasoning_effort web_search_options"},
        {.name = "poe", .base = "https://api.poe.com/v1", .keyVariables = "POE_API_KEY", .baseVariables = "POE_API_BASE", .quirks = {Quirk::OldMaxTokens}},
        {.name = "publicai", .base = "https://api.publicai.co/v1", .keyVariables = "PUBLICAI_API_KEY", .baseVariables = "PUBLICAI_API_BASE", .quirks = {Quirk::OldMaxTokens, Quirk::TextContent}},
        {.name = "ragflow", .keyVariables = "RAGFLOW_API_KEY", .baseVariables = "RAGFLOW_API_BASE"},
        {.name = "recraft", .base = "https://external.api.recraft.ai/v1", .keyVariables = "RECRAFT_API_KEY", .baseVariables = "RECRAFT_API_BASE", .operations = {Operation::ImageGeneration}},
        {.name = "sambanova", .base = "https://api.sambanova.ai/v1", .keyVariables = "SAMBANOVA_API_KEY", .baseVariables = "SAMBANOVA_API_BASE", .operations = {Operation::Chat, Operation::Embedding}, .quirks = {Quirk::TextContent, Quirk::OldMaxTokens, Quirk::NoUser}},
        {.name = "sarvam", .base = "https://api.sarvam.ai/v1", .credential = Credential::Header, .keyVariables = "SARVAM_API_KEY", .baseVariables = "SARVAM_API_BASE", .keyHeader = "api-subscription-key", .quirks = {Quirk::OldMaxTokens}},
        {.name = "scaleway", .base = "https://api.scaleway.ai/v1", .keyVariables = "SCW_SECRET_KEY", .baseVariables = "SCALEWAY_API_BASE", .operations = {Operation::Chat, Operation::Embedding}},
        {.name = "snowflake", .base = "https://{SNOWFLAKE_ACCOUNT_ID}.snowflakecomputing.com/api/v2/cortex/v1", .keyVariables = "SNOWFLAKE_JWT|SNOWFLAKE_PAT", .baseVariables = "SNOWFLAKE_API_BASE"},
        {.name = "synthetic", .base = "https://api.synthetic.new/openai/v1", .keyVariables = "SYNTHETIC_API_KEY", .baseVariables = "SYNTHETIC_API_BASE", .quirks = {Quirk::OldMaxTokens}},
        {.name = "tencent", .base = "https://api.hunyuan.cloud.tencent.com/v1", .keyVariables = "TENCENT_API_KEY|HUNYUAN_API_KEY", .baseVariables = "TENCENT_API_BASE", .operations = {Operation::Chat, Operation::Embedding}},
        {.name = "text-completion-codestral", .title = "Codestral", .dialect = Dialect::OpenAiText, .base = "https://codestral.mistral.ai/v1/fim", .keyVariables = "CODESTRAL_API_KEY", .quirks = {Quirk::ChatShaped, Quirk::NoUser, Quirk::RandomSeed, Quirk::NoStreamOptions}},
        {.name = "together_ai", .alsoSpeaks = {Dialect::OpenAiText}, .base = "https://api.together.xyz/v1", .keyVariables = "TOGETHERAI_API_KEY|TOGETHER_API_KEY|TOGETHER_AI_API_KEY|TOGETHER_AI_TOKEN", .baseVariables = "TOGETHER_AI_API_BASE", .operations = everything, .quirks = {Quirk::NoUser}},
        {.name = "v0", .base = "https://api.v0.dev/v1", .keyVariables = "V0_API_KEY", .baseVariables = "V0_API_BASE"},
        {.name = "veniceai", .base = "https://api.venice.ai/api/v1", .keyVariables = "VENICE_AI_API_KEY", .baseVariables = "VENICE_AI_API_BASE"},
        {.name = "vercel_ai_gateway", .base = "https://ai-gateway.vercel.sh/v1", .keyVariables = "VERCEL_AI_GATEWAY_API_KEY|VERCEL_OIDC_TOKEN", .baseVariables = "VERCEL_AI_GATEWAY_API_BASE", .operations = {Operation::Chat, Operation::Embedding}},
        {.name = "vllm", .alsoSpeaks = {Dialect::OpenAiText}, .keyVariables = "VLLM_API_KEY", .baseVariables = "VLLM_API_BASE", .operations = everything, .quirks = {Quirk::NoUser, Quirk::PlainTools}, .takesTokens = true},
        {.name = "volcengine", .base = "https://ark.cn-beijing.volces.com/api/v3", .keyVariables = "VOLCENGINE_API_KEY|ARK_API_KEY", .baseVariables = "VOLCENGINE_API_BASE|ARK_API_BASE", .operations = {Operation::Chat, Operation::Embedding, Operation::ImageGeneration}},
        {.name = "voyage", .base = "https://api.voyageai.com/v1", .keyVariables = "VOYAGE_API_KEY", .baseVariables = "VOYAGE_API_BASE", .operations = {Operation::Embedding, Operation::Rerank}},
        {.name = "wandb", .base = "https://api.inference.wandb.ai/v1", .keyVariables = "WANDB_API_KEY", .baseVariables = "WANDB_API_BASE"},
        {.name = "xai", .alsoSpeaks = {Dialect::OpenAiResponses}, .base = "https://api.x.ai/v1", .keyVariables = "XAI_API_KEY", .baseVariables = "XAI_API_BASE", .operations = {Operation::Chat, Operation::ImageGeneration}, .quirks = {Quirk::NoNames, Quirk::LaxTools}},
        {.name = "xiaomi_mimo", .base = "https://api.xiaomimimo.com/v1", .keyVariables = "XIAOMI_MIMO_API_KEY", .baseVariables = "XIAOMI_MIMO_API_BASE", .quirks = {Quirk::OldMaxTokens}},
        {.name = "xinference", .base = "http://127.0.0.1:9997/v1", .keyVariables = "XINFERENCE_API_KEY", .baseVariables = "XINFERENCE_API_BASE", .operations = everything},
        {.name = "zai", .base = "https://api.z.ai/api/paas/v4", .keyVariables = "ZAI_API_KEY", .baseVariables = "ZAI_API_BASE", .operations = {Operation::Chat, Operation::Embedding, Operation::ImageGeneration}, .quirks = {Quirk::OldMaxTokens}, .takes = "max_tokens stream stream_options temperature top_p stop tools tool_choice thinking response_format"},
        // Known by name from LiteLLM, spoken to in ways of their own; not served.
        {.name = "a2a", .operations = nothing},
        {.name = "a2a_agent", .operations = nothing},
        {.name = "anthropic_text", .operations = nothing},
        {.name = "auto_router", .operations = nothing},
        {.name = "aws_polly", .operations = nothing},
        {.name = "chatgpt", .operations = nothing},
        {.name = "custom", .operations = nothing},
        {.name = "deepgram", .operations = nothing},
        {.name = "dotprompt", .operations = nothing},
        {.name = "elevenlabs", .operations = nothing},
        {.name = "fal_ai", .operations = nothing},
        {.name = "gigachat", .operations = nothing},
        {.name = "github_copilot", .operations = nothing},
        {.name = "humanloop", .operations = nothing},
        {.name = "langfuse", .operations = nothing},
        {.name = "langgraph", .operations = nothing},
        {.name = "manus", .operations = nothing},
        {.name = "nlp_cloud", .operations = nothing},
        {.name = "petals", .operations = nothing},
        {.name = "predibase", .operations = nothing},
        {.name = "replicate", .operations = nothing},
        {.name = "runwayml", .operations = nothing},
        {.name = "sagemaker", .operations = nothing},
        {.name = "sagemaker_chat", .operations = nothing},
        {.name = "sap", .operations = nothing},
        {.name = "stability", .operations = nothing},
        {.name = "topaz", .operations = nothing},
        {.name = "triton", .operations = nothing},
        {.name = "watsonx", .operations = nothing},
        {.name = "watsonx_text", .operations = nothing},
    };
    // clang-format on
    return rows;
}

} // namespace gatehouse::providers
