// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "app/key_commands.h"

#include "app/secret_prompt.h"
#include "gateway/config/keychain.h"

#include <cstdio>

namespace gatehouse::app {

namespace {

using config::Keychain;
using Fault = config::KeychainFault;

int complain(const std::string &message)
{
    std::fprintf(stderr, "gatehouse: %s\n", message.c_str());
    return 1;
}

int say(const std::string &message)
{
    std::printf("%s\n", message.c_str());
    return std::fflush(stdout) == 0 ? 0 : 1;
}

int complain(const Fault &fault, const std::string &name)
{
    const std::string said = fault.message.empty() ? std::string() : " (" + fault.message + ")";
    switch (fault.kind) {
    case Fault::Kind::Missing:
        return complain("the keychain has no key '" + name + "'; 'gatehouse key set " + name + "' puts one there");
    case Fault::Kind::Locked: return complain("the keychain is locked or refuses" + said + "; unlock it and try again");
    case Fault::Kind::Silent:
        return complain("the keychain gave no answer in time; it may wait for its password: unlock it and try again");
    case Fault::Kind::Absent: break;
    }
    return complain("there is no keychain that can be used" + said
        + "; it needs a D-Bus session with a keyring such as GNOME's or KWallet, and libsecret-1 (docs/secrets.md). On servers "
          "use "
          "os.environ/NAME or file/PATH");
}

int setKey(const Keychain &keychain, const std::string &name)
{
    const auto secret = askForSecret("Secret for " + name + ": ");
    if (!secret)
        return complain(secret.error());
    if (const auto written = keychain.write(name, *secret); !written)
        return complain(written.error(), name);
    return say("'" + name + "' is in the keychain; write keychain/" + name
        + " into the configuration. A running gateway takes it when it reads its configuration again");
}

int checkKey(const Keychain &keychain, const std::string &name)
{
    const auto secret = keychain.read(name);
    if (!secret)
        return complain(secret.error(), name);
    return say("'" + name + "' is in the keychain: " + std::to_string(secret->reveal().size()) + " bytes");
}

int deleteKey(const Keychain &keychain, const std::string &name)
{
    if (const auto erased = keychain.erase(name); !erased)
        return complain(erased.error(), name);
    return say("'" + name + "' is no longer in the keychain");
}

int listKeys(const Keychain &keychain)
{
    const auto names = keychain.names();
    if (!names)
        return complain(names.error(), {});
    for (const std::string &name : *names)
        std::printf("%s\n", name.c_str());
    return std::fflush(stdout) == 0 ? 0 : 1;
}

} // namespace

int runKeyCommand(const Options &options)
{
    const Keychain keychain(options.keychainTime);
    const std::string &name = options.keyName;
    if (options.keyAction == "list")
        return listKeys(keychain);
    if (!config::isKeyName(name))
        return complain("a key's name is made of letters, digits and . _ - /, at most 128 of them");
    if (options.keyAction == "set")
        return setKey(keychain, name);
    return options.keyAction == "check" ? checkKey(keychain, name) : deleteKey(keychain, name);
}

} // namespace gatehouse::app
