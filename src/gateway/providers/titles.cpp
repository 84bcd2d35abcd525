// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/titles.h"

#include <algorithm>
#include <array>

namespace gatehouse::providers {

namespace {

struct Title {
    std::string_view name, title;
};

// Those whose name is not simply the prefix with a capital.
constexpr std::array titles {
    Title {"ai21", "AI21"},
    Title {"ai21_chat", "AI21"},
    Title {"aiml", "AI/ML API"},
    Title {"aiohttp_openai", "OpenAI-compatible"},
    Title {"amazon_nova", "Amazon Nova"},
    Title {"assemblyai", "AssemblyAI"},
    Title {"azure", "Azure OpenAI"},
    Title {"azure_ai", "Azure AI Foundry"},
    Title {"azure_text", "Azure OpenAI (completions)"},
    Title {"bedrock", "Amazon Bedrock"},
    Title {"bedrock_mantle", "Amazon Bedrock (OpenAI API)"},
    Title {"cloudflare", "Cloudflare Workers AI"},
    Title {"cometapi", "CometAPI"},
    Title {"compactifai", "CompactifAI"},
    Title {"custom_openai", "OpenAI-compatible"},
    Title {"dashscope", "Alibaba DashScope"},
    Title {"datarobot", "DataRobot"},
    Title {"deepinfra", "DeepInfra"},
    Title {"deepseek", "DeepSeek"},
    Title {"docker_model_runner", "Docker Model Runner"},
    Title {"featherless_ai", "Featherless AI"},
    Title {"fireworks_ai", "Fireworks AI"},
    Title {"friendliai", "FriendliAI"},
    Title {"gemini", "Google AI Studio"},
    Title {"github", "GitHub Models"},
    Title {"gmi", "GMI Cloud"},
    Title {"gradient_ai", "DigitalOcean Gradient AI"},
    Title {"hosted_vllm", "vLLM"},
    Title {"huggingface", "Hugging Face"},
    Title {"jina_ai", "Jina AI"},
    Title {"lambda_ai", "Lambda"},
    Title {"libertai", "LibertAI"},
    Title {"litellm_proxy", "LiteLLM Proxy"},
    Title {"llamagate", "LlamaGate"},
    Title {"lm_studio", "LM Studio"},
    Title {"meta_llama", "Meta Llama API"},
    Title {"minimax", "MiniMax"},
    Title {"modelscope", "ModelScope"},
    Title {"nano-gpt", "NanoGPT"},
    Title {"nvidia_nim", "NVIDIA NIM"},
    Title {"oci", "Oracle Cloud"},
    Title {"ollama_chat", "Ollama"},
    Title {"oobabooga", "Text Generation Web UI"},
    Title {"openai_like", "OpenAI-compatible"},
    Title {"openrouter", "OpenRouter"},
    Title {"ovhcloud", "OVHcloud"},
    Title {"publicai", "Public AI"},
    Title {"ragflow", "RAGFlow"},
    Title {"sambanova", "SambaNova"},
    Title {"tencent", "Tencent Hunyuan"},
    Title {"text-completion-codestral", "Codestral (completions)"},
    Title {"text-completion-openai", "OpenAI (completions)"},
    Title {"together_ai", "Together AI"},
    Title {"veniceai", "Venice AI"},
    Title {"vercel_ai_gateway", "Vercel AI Gateway"},
    Title {"vertex_ai", "Google Vertex AI"},
    Title {"vertex_ai_beta", "Google Vertex AI (beta)"},
    Title {"vllm", "vLLM"},
    Title {"volcengine", "Volcano Engine"},
    Title {"voyage", "Voyage AI"},
    Title {"wandb", "Weights & Biases"},
    Title {"xai", "xAI"},
    Title {"xiaomi_mimo", "Xiaomi MiMo"},
    Title {"zai", "Z.ai"},
};

} // namespace

std::string shownTitle(const Provider &row)
{
    const auto known = std::find_if(titles.begin(), titles.end(), [&](const Title &each) { return each.name == row.name; });
    std::string title(known != titles.end() ? known->title : row.title.empty() ? row.name : row.title);
    if (title.front() >= 'a' && title.front() <= 'z' && known == titles.end())
        title.front() = static_cast<char>(title.front() - 'a' + 'A');
    return title;
}

} // namespace gatehouse::providers
