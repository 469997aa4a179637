// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/secret_words.h"

#include "core/workspace/env/variable_template.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

namespace {

// DB_PASSWORD, db.password, dbPassword: DB and PASSWORD.
QStringList wordsOf(const QString &name)
{
    QStringList words{QString()};
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name[i];
        const bool begins = c.isUpper() && i > 0 && name[i - 1].isLower();
        if ((!c.isLetterOrNumber() || begins) && !words.last().isEmpty())
            words.append(QString());
        if (c.isLetterOrNumber())
            words.last() += c.toUpper();
    }
    if (words.last().isEmpty())
        words.removeLast();
    return words;
}

bool isSwitch(const QString &value)
{
    static const QSet<QString> switches{u"true"_s, u"false"_s, u"yes"_s,  u"no"_s,       u"on"_s, u"off"_s,
                                        u"none"_s, u"null"_s,  u"auto"_s, u"disabled"_s, u"0"_s,  u"1"_s};
    return switches.contains(value.toLower());
}

} // namespace

bool isSecretName(const QString &name)
{
    if (name.size() > 256)
        return false;
    const QStringList words = wordsOf(name);
    if (words.isEmpty())
        return false;
    const QString &last = words.last();
    for (const QString &end : {u"PASSWORD"_s, u"PASSWD"_s, u"PASSPHRASE"_s, u"APIKEY"_s, u"SECRETKEY"_s}) {
        if (last.endsWith(end))
            return true;
    }
    static const QSet<QString> alone{u"TOKEN"_s,       u"SECRET"_s, u"SECRETS"_s,   u"PSK"_s,
                                     u"CREDENTIALS"_s, u"PASS"_s,   u"PASSWORDS"_s, u"TOKENS"_s};
    if (alone.contains(last))
        return true;
    if (words.size() < 2)
        return false;
    const QString &before = words[words.size() - 2];
    static const QSet<QString> keys{u"API"_s,        u"SECRET"_s,    u"PRIVATE"_s, u"ACCESS"_s,
                                    u"ENCRYPTION"_s, u"PRESHARED"_s, u"SIGNING"_s, u"AUTH"_s,
                                    u"MASTER"_s,     u"APP"_s,       u"SHARED"_s};
    return last == u"PWD" || (last == u"KEY" && keys.contains(before));
}

bool canBeSecret(const QString &value)
{
    return !value.trimmed().isEmpty() && !value.startsWith(u'/') && !isSwitch(value.trimmed());
}

bool hasPasswordInUrl(const QString &text)
{
    qsizetype from = 0;
    while ((from = text.indexOf("://"_L1, from)) >= 0) {
        const qsizetype start = from + 3;
        from = start;
        qsizetype end = start;
        while (end < text.size() && !text[end].isSpace() && text[end] != u'/' && text[end] != u'"'
               && text[end] != u'\'')
            ++end;
        const QString authority = text.mid(start, end - start);
        const qsizetype at = authority.lastIndexOf(u'@');
        const QString login = at < 0 ? QString() : authority.left(at);
        const qsizetype colon =
            login.startsWith("${"_L1) ? login.indexOf(u':', login.indexOf(u'}')) : login.indexOf(u':');
        const QString password = colon < 0 ? QString() : login.mid(colon + 1);
        if (!password.isEmpty() && bringsValue(password))
            return true;
    }
    return false;
}

bool bringsValue(const QString &text)
{
    if (!text.contains(u'$'))
        return !text.isEmpty();
    // With no variable set, what is left is the file's own.
    const Expansion expansion = expandVariables(text, [](const QString &) { return std::optional<QString>(); });
    return expansion.ok() && !expansion.text.isEmpty();
}

} // namespace mediahelm::workspace
