// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/form_desk.h"

#include <QMap>

#include <memory>

namespace mediahelm::fakes {

// Forms as the program makes them, answered at once, with variables and secrets that a test gives. Owned by the fake
// configuration; main thread.
class FakeForms final : public control::FormDesk
{
public:
    FakeForms();
    ~FakeForms() override;

    QFuture<base::Result<control::ComposeForm>> form(const QString &path, const QByteArray &text) override;
    QFuture<base::Result<QByteArray>> withField(const QString &path, const QByteArray &text,
                                                const control::FormEdit &edit) override;

    QMap<QString, QString> variables;
    QStringList secrets;

private:
    struct Parts;

    std::unique_ptr<Parts> m_parts;
};

} // namespace mediahelm::fakes
