// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace mediahelm::test {

// A small workspace on the disk, gone at the end. Owned by a test.
class SampleWorkspace
{
public:
    SampleWorkspace()
    {
        write(QStringLiteral("mediahelm.yaml"), "name: media\nsecrets:\n  - SONARR_API_KEY\n");
        write(QStringLiteral("defaults/base.env"), "TZ=Etc/UTC\nDATA_PATH=/srv/data\n");
        write(QStringLiteral("local.env"), "TZ=Europe/Berlin\nMEDIA=${DATA_PATH}/media\nSONARR_API_KEY=left-here\n");
        write(QStringLiteral("services/sonarr.yaml"), sonarr());
        write(QStringLiteral("services/vpn.yaml"),
              "services:\n  vpn:\n    image: gluetun:1\nnetworks:\n  proxy: {}\nvolumes:\n  library:\n");
        write(QStringLiteral("templates/readme.txt"), "hello\n");
    }

    static QByteArray sonarr()
    {
        return "services:\n"
               "  sonarr:\n"
               "    image: sonarr:4\n"
               "    restart: unless-stopped\n"
               "    environment:\n"
               "      TZ: ${TZ}\n"
               "      KEY: ${SONARR_API_KEY:?}\n"
               "    volumes:\n"
               "      - ${MEDIA}:/data\n"
               "      - library:/library\n"
               "    depends_on:\n"
               "      - vpn\n"
               "    network_mode: service:vpn\n";
    }

    QString folder() const { return QFileInfo(m_folder.path()).canonicalFilePath(); }
    QString absolute(const QString &path) const { return folder() + u'/' + path; }

    void write(const QString &path, const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(absolute(path)).path());
        QFile file(absolute(path));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the sample workspace");
    }

    QByteArray read(const QString &path) const
    {
        QFile file(absolute(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    QTemporaryDir m_folder;
};

} // namespace mediahelm::test
